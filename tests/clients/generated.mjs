// Generates a typed client from the served OpenAPI document, compiles a program that uses it, and runs that: node generated.mjs <address> <folder of its own>.
import { symlinkSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const [address, folder] = process.argv.slice(2);
writeFileSync(join(folder, "platform.ts"), astToString(await openapiTS(new URL(`${address}/openapi/v1.json`))));
writeFileSync(join(folder, "program.ts"), readFileSync("generated-program.ts"));
writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));

const options = { strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, lib: ["lib.es2022.d.ts", "lib.dom.d.ts"], types: [], skipLibCheck: true };
const program = ts.createProgram([join(folder, "program.ts")], options);
const wrong = ts.getPreEmitDiagnostics(program);
if (wrong.length > 0) {
  console.error(ts.formatDiagnostics(wrong, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => folder, getNewLine: () => "\n" }));
  process.exit(1);
}

program.emit();
const { run } = await import(pathToFileURL(join(folder, "program.js")));
console.log(JSON.stringify(await run(address)));
