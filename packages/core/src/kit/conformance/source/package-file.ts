import { notBundled } from '../../../modules/packages/package-file.ts';
import { type Check, fault } from '../fault.ts';
import type { Sourced } from './source.ts';

export const packageFile: Check<Sourced> = {
  id: 'package',
  title: { vi: 'Gói', en: 'The package' },
  why: {
    vi: 'Một triển khai cài gói theo tên và phiên bản; hai nơi ghi khác nhau thì nâng cấp và quay lui sai.',
    en: 'A deployment installs by name and version; where two places differ, upgrades and roll-backs go wrong.',
  },
  run({ plugin, source: { folder, packed, package: { version, type, dependencies = {}, peerDependencies = {} } } }) {
    const missing = packed ? notBundled(folder, { dependencies, peerDependencies }) : [];
    return [
      ...(version === plugin.version ? [] : [fault('package.json version', [`package.json ghi ${version}, khai báo ghi ${plugin.version}.`, `package.json says ${version}, the declaration ${plugin.version}.`], ['Để hai nơi bằng nhau.', 'Make them equal.'])]),
      ...(type === 'module' ? [] : [fault('package.json type', ['Gói không phải mô-đun ES.', 'The package is not made of ES modules.'], ['Ghi "type": "module".', 'Write "type": "module".'])]),
      ...('@tinhthong/core' in { ...dependencies, ...peerDependencies }
        ? []
        : [fault('package.json', ['Không ghi cần @tinhthong/core.', 'It does not say that it needs @tinhthong/core.'], ['Thêm vào peerDependencies.', 'Add it to peerDependencies.'])]),
      ...missing.map((name) => fault('package.json dependencies', [`Gói không mang theo "${name}"; máy chủ không tải gì từ mạng.`, `The package does not bring "${name}" along; a server fetches nothing.`], ['Ghi vào bundleDependencies, hoặc peerDependencies nếu nền tảng đã có.', 'Name it in bundleDependencies, or in peerDependencies where the core has it.'])),
    ];
  },
};
