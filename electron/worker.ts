import { parentPort } from 'node:worker_threads';
import { serveTexts } from './engine/workers/serve-texts';

// The program of a thread that reads, judges, blanks and writes texts.
if (parentPort !== null) serveTexts(parentPort);
