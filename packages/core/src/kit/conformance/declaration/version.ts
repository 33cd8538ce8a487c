import { satisfies, valid, validRange } from 'semver';
import { coreVersion } from '../../../modules/plugin-list.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import type { Declared } from './declared.ts';

export const version: Check<Declared> = {
  id: 'version',
  title: { vi: 'Phiên bản', en: 'Versions' },
  why: {
    vi: 'Nền tảng dựa vào phiên bản để biết phân hệ có chạy được không và nâng cấp từ đâu.',
    en: 'By its versions the platform knows whether a module fits and what it is upgraded from.',
  },
  run({ plugin: { id, version: own, core, needs } }) {
    const faults: Fault[] = [];
    if (valid(own) !== own) {
      faults.push(fault('version', [`"${own}" không phải phiên bản semver.`, `"${own}" is no semver version.`], ['Viết như 1.0.0.', 'Write it like 1.0.0.']));
    }
    if (validRange(core) === null || !satisfies(coreVersion, core)) {
      faults.push(
        fault('core', [`"${core}" không gồm phiên bản nền tảng này, ${coreVersion}.`, `"${core}" does not include this core, ${coreVersion}.`], [`Viết ^${coreVersion}.`, `Write ^${coreVersion}.`]),
      );
    }
    for (const [other, range] of Object.entries(needs)) {
      if (other !== id && validRange(range) !== null) continue;
      faults.push(
        fault(`needs.${other}`, [`"${other}": "${range}" không phải phân hệ khác và khoảng phiên bản của nó.`, `"${other}": "${range}" is not another module and its range.`], ["Viết { 'ten-phan-he': '^1.0.0' }.", "Write { 'module-id': '^1.0.0' }."]),
      );
    }
    return faults;
  },
};
