/**
 * What may be done to what, `<subject>:<verb>`: `report:read`. A module asks for those that it or the core declares;
 * the subject is what conditions of roles are about (the declaration's `subjects`).
 */
export type PermissionName = `${string}:${string}`;
