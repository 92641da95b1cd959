import { flashFree } from '../../../../electron/engine/checks/flash-free';
import { checkCases } from '../../../support/check-cases';

const free = (freeBytes: number | null, totalBytes: number | null = null) => ({ freeBytes, totalBytes });

checkCases(flashFree, [
  { name: 'more than 20 MB', values: free(20_000_001), level: 'pass', limit: 20_000_000 },
  { name: '20 MB', values: free(20_000_000), level: 'warn', reason: 'near-limit' },
  { name: '5 MB', values: free(5_000_000), level: 'warn' },
  { name: 'less than 5 MB', values: free(4_999_999), level: 'fail', reason: 'over-limit' },
  { name: 'a fifth of a known size', values: free(2_000, 10_000), level: 'pass' },
  { name: 'less than a fifth', values: free(1_999, 10_000), level: 'warn' },
  { name: 'less than a tenth', values: free(999, 10_000), level: 'fail' },
  { name: 'no number', values: free(null), level: 'unknown' },
]);
