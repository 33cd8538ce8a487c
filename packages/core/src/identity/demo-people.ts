/**
 * The accounts that the demo makes and announces. A production start refuses a database that has them.
 * The officer works where damaged roads are sent to, so that a report can be played through from end to end.
 */
export const demoPassword = 'tinhthong-demo';

interface DemoMember {
  readonly name: string;
  readonly title: string;
  readonly roles: readonly string[];
  /** `first-commune`: the committee of the province's first commune, which is then the member's own. */
  readonly agency?: string;
}

export const demoMembers: readonly DemoMember[] = [
  { name: 'admin', title: 'Quản trị viên', roles: ['admin'] },
  { name: 'dispatcher', title: 'Điều phối viên', roles: ['dispatcher'], agency: 'ioc' },
  { name: 'officer', title: 'Cán bộ xử lý', roles: ['officer'], agency: 'so-xay-dung' },
  { name: 'commune-officer', title: 'Cán bộ xã, phường', roles: ['officer'], agency: 'first-commune' },
  { name: 'leader', title: 'Lãnh đạo tỉnh', roles: ['province-leader'] },
  { name: 'agent', title: 'Điện thoại viên', roles: ['agent'], agency: 'ioc' },
  { name: 'citizen', title: 'Người dân', roles: ['citizen'] },
];
