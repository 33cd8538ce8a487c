/** Where a province says what the portal is, and how far everybody can use it. */
export const textPaths = { about: '/gioi-thieu', accessibility: '/kha-nang-tiep-can' } as const;
