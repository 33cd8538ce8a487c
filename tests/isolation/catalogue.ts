import type { TestWorld } from '@tinhthong/core/testing';
import { foreignDatabases as ofServer, isolationFaults } from '../../packages/core/src/tenancy/isolation-faults.ts';

type Kernel = TestWorld['kernel'];

/** Databases that no province's login may enter, beside those of the other provinces. */
export const foreignDatabases = ({ registry }: Kernel): string[] => ofServer(registry);

/** What the catalogues say against the isolation of the provinces, as `tinhthong doctor` sees it; `open-doors.ts` tries. */
export const catalogueViolations = ({ registry }: Kernel): Promise<string[]> => isolationFaults(registry);
