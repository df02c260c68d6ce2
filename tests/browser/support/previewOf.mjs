// The preview with data sources of another folder of provisioning: node previewOf.mjs FOLDER
import process from 'node:process';
import { startPreview } from '../../../scripts/lib/startPreview.mjs';

const { url, stop } = await startPreview({ port: 0, provisioning: process.argv[2] });
process.stdout.write(`\n  ${url}\n\n`);
process.once('SIGINT', () => stop().then(() => process.exit(0)));
