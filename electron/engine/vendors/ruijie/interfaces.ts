import { interfacesReader } from '../dialects/ios/interfaces';

// `GigabitEthernet 9/21 is UP  , line protocol is UP`; a line of equals signs or an index may stand above it.
const firstLine =
  /^\s*([A-Za-z][\w-]*(?: [\d/.:]+)?) is ([A-Za-z][A-Za-z]*(?: +[A-Za-z]+)*?)\s*,\s*line protocol is [A-Za-z]+\b/;

/** `show interfaces` of RGOS: state, speed and error counters of every port. */
export const parseInterfaces = interfacesReader([firstLine]);
