const { setTimeout } = require('node:timers/promises');

/**
 * A count of threads or descriptors when it has come down to so many, or as it is after a second. A native thread that
 * nobody joins is still counted a moment after it has let everybody go on.
 */
exports.settled = async (count, most) => {
  for (let turn = 0; turn < 200 && count() > most; turn++) await setTimeout(5);
  return count();
};
