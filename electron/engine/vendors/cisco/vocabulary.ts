import { opticWords, roleOf, savedWords, stateOf, type StateRule, vocabulary, type Words } from '../vocabulary';

const licences: Words = {
  good: ['REGISTERED', 'AUTHORIZED', 'IN COMPLIANCE', 'IN USE', 'LICENSED', 'SUCCESS', 'SUCCEEDED'],
  attention: ['UNREGISTERED', 'FAILED'],
  // Used without the right to, or for a trial that nobody bought.
  bad: ['OUT OF COMPLIANCE', 'EVAL MODE', 'EVAL EXPIRED', 'UNLICENSED', 'NO LICENSES IN USE'],
  expired: ['EXPIRED', 'INVALID'],
  empty: ['UNUSED', 'NOT IN USE', 'NOT APPLICABLE'],
};

/** Behind `Grace` stands how long the feature goes on without a licence. */
const licenceState: StateRule<'licence'> = ({ status }) =>
  /^grace\b/i.test(status ?? '') ? 'attention' : stateOf(status, licences);

/** The words of IOS, IOS-XE, NX-OS and ASA. */
export const ciscoWords = vocabulary({
  fan: {
    good: ['OK', 'NORMAL', 'GOOD', 'GREEN', 'POWERED-UP'],
    bad: ['FAULTY', 'NOT OK', 'CRITICAL', 'FAILURE', 'FAILED', 'FAIL', 'BAD', 'RED', 'SHUTDOWN', 'FAULT'],
    empty: ['NOT PRESENT', 'ABSENT'],
  },
  power: {
    good: ['OK', 'GOOD', 'NORMAL', 'ACTIVE', 'POWERED-UP'],
    attention: ['WARNING', 'POWERED-DN', 'STANDBY', 'LOST'],
    bad: [
      'ERR-DISABLE',
      'FAULTY',
      'BAD',
      'BAD/OFF',
      'FAULT',
      'FAIL',
      'FAILED',
      'FAILURE',
      'CRITICAL',
      'SHUTDOWN',
      'NOT OK',
      'OFF',
      'DOWN',
    ],
    'no-input': ['NO INPUT POWER', 'UNPLUGGED'],
    empty: ['NOT PRESENT', 'ABSENT', 'N/A'],
  },
  chassis: {
    good: [
      ...['OK', 'ACTIVE', 'READY', 'STANDBY', 'STANDBY READY', 'STANDBY HOT', 'HA-STANDBY', 'POWERED-UP'],
      ...['UP SYS', 'UP', 'NORMAL'],
    ],
    // Not at work, by configuration or for the moment.
    attention: [
      ...['PROVISIONED', 'UNPROVISIONED', 'REMOVED', 'INITIALIZING', 'TESTING', 'POWERED-DN', 'DISABLED', 'OTHER'],
      ...[
        'UNTESTED',
        'INCOMPLETE',
        'COLD STANDBY',
        'BULK SYNC',
        'SYNC CONFIG',
        'NO IMAGE PRESENT',
        'NO LINK',
        'LINK DOWN',
      ],
      ...['MINOR', 'WARNING'],
    ],
    empty: ['ABSENT', 'EMPTY'],
    other: 'bad',
  },
  temperature: {
    good: ['OK', 'NORMAL', 'GREEN', 'GOOD'],
    attention: ['YELLOW', 'WARNING'],
    bad: [
      ...['NOT OK', 'MINOR', 'MAJOR', 'FATAL', 'RED', 'CRITICAL', 'SHUTDOWN', 'FAULTY', 'FAILURE', 'FAILED'],
      ...['MINORALARM', 'MAJORALARM'],
    ],
    empty: ['NOT PRESENT', 'ABSENT'],
  },
  licence: licenceState,
  'config-state': savedWords,
  optic: opticWords,
  roles: ({ values }) =>
    roleOf(values.role, { active: ['ACTIVE', 'MASTER'], standby: ['STANDBY', 'SLAVE'], member: ['MEMBER'] }),
});
