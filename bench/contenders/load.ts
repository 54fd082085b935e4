// node load.js module: prints how many milliseconds require() of that module takes in a fresh process.
const [module_] = process.argv.slice(2);
const start = process.hrtime.bigint();
require(module_!);
console.log(Number(process.hrtime.bigint() - start) / 1e6);
