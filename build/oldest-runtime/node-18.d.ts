import type * as undici from 'undici-types';

// What Node 18.15 has and its types do not tell, or tell in a way that newer compilers read otherwise.
declare global {
  var fetch: typeof undici.fetch;
  var Headers: typeof undici.Headers;
  var Response: typeof undici.Response;
  interface Headers extends undici.Headers {}
  interface Response extends undici.Response {}

  interface Buffer {
    /** Never shared memory: without this a compiler that tells the two apart takes no Buffer for a Uint8Array. */
    readonly buffer: ArrayBuffer;
  }
}
