import { createFilter } from '../engine/text/filter';
import { createRedactor } from '../engine/text/redact';

/**
 * What this process knows of secrets. It carries out one command and ends; its words, its log and its last words after a
 * mistake of ours pass one filter, wherever they come from.
 */
export const redactor = createRedactor();
export const filter = createFilter(redactor);
