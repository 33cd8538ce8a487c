import type { Column, Relation, Schema } from '../../read-schema.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import type { Migrated } from './migrated.ts';

export const additive: Check<Migrated> = {
  id: 'additive',
  title: { vi: 'Nâng cấp lược đồ chỉ thêm', en: 'Migrations only add' },
  why: {
    vi: 'Trong lúc nâng cấp, mã cũ và mã mới cùng chạy trên lược đồ mới; quay lui cũng chạy mã cũ trên đó.',
    en: 'During an upgrade old and new code serve on the new schema, and a roll-back runs the old code on it.',
  },
  run: ({ steps }) => steps.flatMap(({ migration, before, after }) => [...takenAway(`migrations.${migration}`, before, after)]),
};

const keep = ['Giữ cột, bảng cũ và thêm cái mới bên cạnh; cột không dùng nữa cứ để đó.', 'Keep what is there and add the new beside it; a column that is used no more just stays.'] as const;

function* takenAway(where: string, before: Schema, after: Schema): Generator<Fault> {
  for (const old of before.relations) {
    const now = after.relations.find(({ name }) => name === old.name);
    if (now === undefined) yield fault(where, [`Bảng "${old.name}" mất hoặc đổi tên.`, `The table "${old.name}" is dropped or renamed.`], keep);
    else yield* columnsTakenAway(where, old, now);
  }
}

function* columnsTakenAway(where: string, old: Relation, now: Relation): Generator<Fault> {
  const nameOf = (column: Column) => `${old.name}.${column.name}`;
  for (const column of old.columns) {
    const later = now.columns.find(({ name }) => name === column.name);
    if (later === undefined) yield fault(where, [`Cột "${nameOf(column)}" mất hoặc đổi tên.`, `The column "${nameOf(column)}" is dropped or renamed.`], keep);
    else if (later.type !== column.type) yield fault(where, [`Cột "${nameOf(column)}" đổi từ ${column.type} thành ${later.type}.`, `The column "${nameOf(column)}" turns from ${column.type} into ${later.type}.`], keep);
    else if (column.nullable && !later.nullable) yield fault(where, [`Cột "${nameOf(column)}" trở thành bắt buộc; mã cũ còn ghi rỗng.`, `The column "${nameOf(column)}" becomes mandatory; old code still writes null.`], keep);
  }
  for (const column of now.columns.filter(({ name }) => !old.columns.some((one) => one.name === name))) {
    if (!column.nullable && column.value === null && now.query === null) {
      yield fault(where, [`Cột mới "${nameOf(column)}" bắt buộc mà không có mặc định; mã cũ không biết nó.`, `The new column "${nameOf(column)}" is mandatory and has no default; old code does not know it.`], ['Cho nó một default, hoặc cho phép rỗng.', 'Give it a default, or let it be null.']);
    }
  }
}
