// Run in a process of its own with TMPDIR set: unpacks the Chromium inside the npm package there.
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
