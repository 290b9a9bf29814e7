// Adds up Vitest's JSON reports in a folder and prints the line that counts them; failed steps count too.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const [folder, failedSteps] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
for (const name of readdirSync(folder)) {
  const report = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests;
  total.skipped += report.numPendingTests + report.numTodoTests;
}
const failed = Math.max(total.failed, Number(failedSteps));
console.log(`${total.passed} passed, ${failed} failed, ${total.skipped} skipped`);
