import type { Text } from '@tinhthong/core';
import type { MoveName, ReportState } from '../handling/report-states.ts';
import type { Rating } from '../tables.ts';

/** What a state is called, and its tone; the drawing beside it has the state's own name. */
export const stateWords: Readonly<Record<ReportState, Text & { readonly tone: '' | 'good' | 'warn' | 'none' }>> = {
  submitted: { vi: 'Mới gửi', en: 'Submitted', tone: 'none' },
  accepted: { vi: 'Đã tiếp nhận', en: 'Accepted', tone: '' },
  assigned: { vi: 'Đã chuyển xử lý', en: 'Assigned', tone: '' },
  'in-progress': { vi: 'Đang xử lý', en: 'In progress', tone: '' },
  answered: { vi: 'Đã trả lời', en: 'Answered', tone: 'good' },
  closed: { vi: 'Đã đóng', en: 'Closed', tone: 'good' },
  rejected: { vi: 'Không tiếp nhận', en: 'Rejected', tone: 'none' },
  merged: { vi: 'Đã gộp', en: 'Merged', tone: 'none' },
  reopened: { vi: 'Đã mở lại', en: 'Reopened', tone: 'warn' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn', tone: 'none' },
};

/** States that a public list can hold. */
export const publicStates = ['submitted', 'accepted', 'assigned', 'in-progress', 'reopened', 'answered', 'closed', 'merged'] as const satisfies readonly ReportState[];

/** What a button that makes a move says, and what the page says once it is made. */
export const moveWords: Readonly<Record<MoveName, { readonly button: Text; readonly done: Text }>> = {
  accept: { button: { vi: 'Tiếp nhận', en: 'Accept' }, done: { vi: 'Đã tiếp nhận phản ánh.', en: 'The report is accepted.' } },
  reject: { button: { vi: 'Không tiếp nhận', en: 'Reject' }, done: { vi: 'Đã ghi: không tiếp nhận, kèm lý do gửi người phản ánh.', en: 'Rejected, with a reason for the reporter.' } },
  assign: { button: { vi: 'Chuyển xử lý', en: 'Assign' }, done: { vi: 'Đã chuyển phản ánh cho đơn vị xử lý.', en: 'The report is assigned.' } },
  refuse: { button: { vi: 'Không thuộc thẩm quyền', en: 'Not our business' }, done: { vi: 'Đã ghi lý do và chuyển phản ánh đi; thời hạn không đổi.', en: 'The reason is recorded and the report handed on; its deadline stays.' } },
  start: { button: { vi: 'Bắt đầu xử lý', en: 'Start' }, done: { vi: 'Đã ghi: đơn vị bắt đầu xử lý.', en: 'Handling has started.' } },
  answer: { button: { vi: 'Gửi trả lời', en: 'Send the answer' }, done: { vi: 'Đã gửi trả lời; người dân thấy ngay trên trang phản ánh.', en: 'The answer is sent; citizens see it now.' } },
  close: { button: { vi: 'Đóng phản ánh', en: 'Close' }, done: { vi: 'Đã đóng phản ánh.', en: 'The report is closed.' } },
  reopen: { button: { vi: 'Mở lại phản ánh', en: 'Reopen' }, done: { vi: 'Phản ánh đã được mở lại và quay về đơn vị xử lý.', en: 'The report is open again and back with its agency.' } },
  review: { button: { vi: 'Mở lại theo đề nghị', en: 'Reopen as asked' }, done: { vi: 'Đã mở lại theo đề nghị của người gửi.', en: 'Reopened as its reporter asked.' } },
  merge: { button: { vi: 'Gộp vào phản ánh này', en: 'Merge into this report' }, done: { vi: 'Đã gộp; người gửi và người cùng báo được theo dõi tiếp ở phản ánh kia.', en: 'Merged; its reporter and voices follow the other one from now on.' } },
  unmerge: { button: { vi: 'Tách lại', en: 'Separate again' }, done: { vi: 'Đã tách; phản ánh trở về trạng thái trước khi gộp.', en: 'Separated; the report is where it was before the merge.' } },
  withdraw: { button: { vi: 'Rút phản ánh', en: 'Withdraw' }, done: { vi: 'Bạn đã rút phản ánh này; không ai khác còn thấy nó.', en: 'You withdrew this report; nobody else sees it any more.' } },
};

export const ratingWords: Readonly<Record<Rating, Text & { readonly icon: string }>> = {
  satisfied: { vi: 'Hài lòng', en: 'Satisfied', icon: 'satisfied' },
  accepted: { vi: 'Chấp nhận', en: 'Acceptable', icon: 'neutral' },
  dissatisfied: { vi: 'Không hài lòng', en: 'Dissatisfied', icon: 'dissatisfied' },
};
