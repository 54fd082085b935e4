// What a worker of runBlocking() does. It is written out, because it is no file of its own when it is published.
export const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const { createRequire } = require('node:module');
const { register, file, url, source, args } = workerData;

async function load() {
  if (register !== undefined) require(register);
  if (source !== undefined) return new Function('require', 'return (' + source + '\\n)')(createRequire(file));
  try {
    return entry(require(file));
  } catch (error) {
    if (error === null || error === undefined || error.code !== 'ERR_REQUIRE_ESM') throw error;
    return entry(await import(url));
  }
}

function entry(module) {
  const candidates = [module, module.default, module.default?.default, module.main, module.default?.main];
  const found = candidates.find((candidate) => typeof candidate === 'function');
  if (found !== undefined) return found;
  throw Object.assign(new TypeError(file + ' exports no function, neither as its default nor as "main"'), {
    code: 'ERR_INVALID_ARG_VALUE',
  });
}

/** What would be lost on the way: the fields of an error, and its class. */
function describe(error) {
  if (!(error instanceof Error)) return { thrown: error };
  const fields = {};
  for (const key of Object.keys(error)) {
    try {
      fields[key] = structuredClone(error[key]);
    } catch {
      // It stays behind.
    }
  }
  const { name, message, stack, cause } = error;
  return { name: String(name), message, stack, fields, ...(cause === undefined ? {} : { cause: describe(cause) }) };
}

function post(outcome) {
  try {
    parentPort.postMessage(outcome);
  } catch (error) {
    // What cannot be cloned cannot be sent.
    parentPort.postMessage({ error: describe(error) });
  }
}

(async () => (await load())(...args))().then(
  (value) => post({ value }),
  (error) => post({ error: describe(error) }),
);
`;
