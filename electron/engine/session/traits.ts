/** The one arrow of this room that points at a platform: how its command line behaves. */
export type { SessionTraits } from '../vendors/platform';
