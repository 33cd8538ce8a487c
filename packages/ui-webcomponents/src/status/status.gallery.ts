import { html } from 'lit';
import * as drawings from '../icon/drawings.ts';
import type { Specimen } from '../specimen/specimen.ts';
import { notice } from './notice.ts';
import { status } from './status.ts';

export const specimen: Specimen = {
  what: { vi: 'Nhãn trạng thái và khung thông báo.', en: 'Chips that say a state, and notices.' },
  states: {
    chips: {
      show: ({ say }) => html`<p class="actions">
        ${status(say('Mới gửi', 'Submitted'), { tone: 'none', drawing: drawings.submitted })}
        ${status(say('Đã tiếp nhận', 'Accepted'), { drawing: drawings.accepted })}
        ${status(say('Đã chuyển xử lý', 'Assigned'), { drawing: drawings.assigned })}
        ${status(say('Đang xử lý', 'In progress'), { drawing: drawings.inProgress })}
        ${status(say('Đã trả lời', 'Answered'), { tone: 'good', drawing: drawings.answered })}
        ${status(say('Đã đóng', 'Closed'), { tone: 'good', drawing: drawings.done })}
        ${status(say('Không tiếp nhận', 'Rejected'), { tone: 'none', drawing: drawings.rejected })}
        ${status(say('Đã gộp', 'Merged'), { tone: 'none', drawing: drawings.merged })}
        ${status(say('Đã mở lại', 'Reopened'), { tone: 'warn', drawing: drawings.reopened })}
        ${status(say('Đã rút', 'Withdrawn'), { tone: 'none', drawing: drawings.withdrawn })}
        ${status(say('Quá hạn 3 giờ làm việc', '3 working hours late'), { tone: 'bad', drawing: drawings.clock })}</p>`,
    },
    notices: {
      show: ({ say }) => html`
        ${notice({}, html`<p>${say('Trung tâm trực 24/7. Việc khẩn cấp xin gọi 113, 114, 115.', 'Staffed around the clock. In an emergency call 113, 114 or 115.')}</p>`)}
        ${notice({ tone: 'good', title: say('Đã gửi phản ánh', 'The report was sent') }, html`<p>${say('Mã của bạn là HUE-26-0000123.', 'Your code is HUE-26-0000123.')}</p>`)}
        ${notice({ tone: 'warn', title: say('Mạng yếu', 'Poor connection') }, html`<p>${say('Phản ánh được giữ trên máy này và tự gửi khi có mạng.', 'The report is kept on this device and sent once there is a connection.')}</p>`)}
        ${notice({ tone: 'bad', title: say('Chưa gửi được', 'Not sent') }, html`<p>${say('Hệ thống của tỉnh đang bảo trì đến 22:00. Xin gọi 0234 1022.', 'The system of the province is being serviced until 22:00. Please call 0234 1022.')}</p>`)}
        ${notice({ tone: 'none' }, html`<p>${say('Chưa có phản ánh nào ở đây.', 'There are no reports here yet.')}</p>`)}`,
    },
  },
};
