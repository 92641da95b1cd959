import { flowHazards } from './flow-hazards';
import type { Hazard } from './hazard';
import { promptHazards } from './prompt-hazards';
import { textHazards } from './text-hazards';

/** The whole table. */
export const allHazards: readonly Hazard[] = [...textHazards, ...promptHazards, ...flowHazards];
