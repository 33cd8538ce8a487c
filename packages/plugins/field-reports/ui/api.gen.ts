// Viết bởi / written by `npm run generate`: openapi.json

export interface paths {
    "/api/field-reports/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các lĩnh vực phản ánh
         * @description Categories of reports
         */
        get: operations["field-reports.get.categories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Danh sách phản ánh công khai, mới nhất trước
         * @description Public reports, newest first
         */
        get: operations["field-reports.get.reports"];
        put?: never;
        /**
         * Gửi một phản ánh
         * @description Submit a report
         */
        post: operations["field-reports.post.reports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tải một ảnh lên, trước khi gửi phản ánh
         * @description Upload a picture, before the report that it belongs to
         */
        post: operations["field-reports.post.photos"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/intake/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nhập phản ánh thay người dân: từ cuộc gọi, hoặc từ một mục đang chờ
         * @description Enter a report for somebody: of a call, or of something that waits. Permission: `report:enter`.
         */
        post: operations["field-reports.post.intake.reports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/intake/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lưu nháp một phản ánh nhập thay
         * @description Save a draft of a report that is entered for somebody. Permission: `report:enter`.
         */
        post: operations["field-reports.post.intake.drafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/intake/waiting/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Một mục chờ tiếp nhận, để bổ sung thành phản ánh
         * @description One that waits, to be completed to a report. Permission: `report:enter`.
         */
        get: operations["field-reports.get.intake.waiting.id"];
        /**
         * Lưu tiếp bản nháp, hoặc bổ sung một tin, một thư đang chờ
         * @description Save a draft again, or add to a message or letter that waits. Permission: `report:enter`.
         */
        put: operations["field-reports.put.intake.waiting.id"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/intake/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tin, thư, bản nháp chờ tiếp nhận; và những gì đã gạt ra, kèm lý do
         * @description Messages, letters and drafts that wait; and what was put aside, with the reason. Permission: `report:enter`.
         */
        get: operations["field-reports.get.intake.waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/intake/waiting/{id}/sender": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Xem ai đã gửi tin hoặc thư đang chờ, với mục đích được ghi lại
         * @description See who sent a waiting message or letter, for a purpose that is recorded. Permission: `report:identify`.
         */
        post: operations["field-reports.post.intake.waiting.id.sender"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/intake/waiting/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bỏ một mục chờ tiếp nhận, kèm lý do
         * @description Put aside one that waits, with the reason. Permission: `report:enter`.
         */
        post: operations["field-reports.post.intake.waiting.id.discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/intake/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nhận một tin Zalo, SMS từ cổng nhắn tin, ký theo Standard Webhooks: { channel, text, from?, category?, commune?, lat?, lon?, address?, pictures? }
         * @description Takes a Zalo message or SMS from a gateway, signed as Standard Webhooks does: { channel, text, from?, category?, commune?, lat?, lon?, address?, pictures? }
         */
        post: operations["field-reports.post.intake.messages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/intake/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nhận một thư điện tử nguyên bản (MIME), ký theo Standard Webhooks
         * @description Takes a letter as it came (MIME), signed as Standard Webhooks does
         */
        post: operations["field-reports.post.intake.emails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Phản ánh công khai dạng CSV của Open311, mới nhất trước
         * @description Public reports as CSV in the bulk shape of Open311, newest first
         */
        get: operations["field-reports.get.reports.csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gửi một tệp CSV: kiểm tra từng dòng, chưa nhập gì
         * @description Send a CSV file: every line is checked, nothing is brought in yet. Permission: `report:import`.
         */
        post: operations["field-reports.post.imports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Một lần nhập đã đến đâu
         * @description How far an import has come. Permission: `report:import`.
         */
        get: operations["field-reports.get.imports.id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/imports/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nhập các dòng tốt của tệp đã kiểm tra; làm lại không nhập hai lần
         * @description Bring in the good lines of a checked file; doing it again brings in nothing twice. Permission: `report:import`.
         */
        post: operations["field-reports.post.imports.id.run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/imports/{id}/refused.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các dòng hỏng, cùng dạng CSV thêm cột lý do: sửa rồi gửi lại
         * @description The bad lines in the same shape with a column that says why: to be mended and sent again. Permission: `report:import`.
         */
        get: operations["field-reports.get.imports.id.refused.csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Phản ánh công khai có thể cùng một việc, để người dân góp tiếng nói thay vì gửi lại
         * @description Public reports that may be about the same, for citizens to join instead of sending another
         */
        post: operations["field-reports.post.reports.similar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cùng việc này: góp một tiếng nói vào phản ánh đã có
         * @description The same with me: add a voice to a report that is there
         */
        post: operations["field-reports.post.reports.code.join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rút tiếng nói đã góp
         * @description Take one’s voice back
         */
        post: operations["field-reports.post.reports.code.leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gộp vào phản ánh khác về cùng một việc
         * @description Merge into another report about the same. Permission: `report:merge`.
         */
        post: operations["field-reports.post.reports.code.merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tách lại phản ánh đã gộp nhầm, trong vòng một ngày
         * @description Undo a merge, within a day. Permission: `report:merge`.
         */
        post: operations["field-reports.post.reports.code.unmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/inbox/{code}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các đồng hồ của một phản ánh: tạm dừng, gia hạn, chỉ đạo
         * @description The clocks of a report: pauses, extensions, orders. Permission: `report:read`.
         */
        get: operations["field-reports.get.inbox.code.clocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/reclassify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Phân loại lại: lĩnh vực, mức ưu tiên; hạn tính lại từ khi tiếp nhận
         * @description Classify anew: category, priority; the deadline counts from acceptance. Permission: `report:classify`.
         */
        post: operations["field-reports.post.reports.code.reclassify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tạm dừng tính thời hạn, có lý do và có trần
         * @description Pause the clocks, with a reason and a ceiling. Permission: `report:handle`.
         */
        post: operations["field-reports.post.reports.code.pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tiếp tục tính thời hạn
         * @description Let the clocks run again. Permission: `report:handle`.
         */
        post: operations["field-reports.post.reports.code.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Đề nghị gia hạn, kèm ngày hứa và lý do người dân đọc được
         * @description Ask for an extension, with a promised date and a reason for the citizen. Permission: `report:handle`.
         */
        post: operations["field-reports.post.reports.code.extensions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/extensions/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Duyệt hoặc từ chối gia hạn
         * @description Grant or refuse an extension. Permission: `report:extend`.
         */
        post: operations["field-reports.post.reports.code.extensions.id.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Chỉ đạo một đơn vị xử lý, có thời hạn riêng
         * @description Order an agency to act, with a due time of its own. Permission: `report:order`.
         */
        post: operations["field-reports.post.reports.code.orders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Chỉ đạo chờ đơn vị tôi thực hiện, sắp hết hạn trước
         * @description Orders that wait for my agency, the most urgent first. Permission: `report:handle`.
         */
        get: operations["field-reports.get.orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/orders/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Báo cáo đã thực hiện chỉ đạo
         * @description Report that an order has been carried out. Permission: `report:handle`.
         */
        post: operations["field-reports.post.reports.code.orders.id.complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Quy định thời hạn và thang báo quá hạn
         * @description Time limits, and the ladder for what is late. Permission: `clocks:manage`.
         */
        get: operations["field-reports.get.limits"];
        /**
         * Đổi quy định thời hạn; phản ánh đang xử lý giữ hạn cũ
         * @description Change the limits; reports under way keep theirs. Permission: `clocks:manage`.
         */
        put: operations["field-reports.put.limits"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Một phản ánh công khai với diễn biến
         * @description A public report with its timeline
         */
        get: operations["field-reports.get.reports.code"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Việc của tôi: phản ánh mở, sắp hết hạn trước
         * @description My work: open reports, the most urgent first. Permission: `report:read`.
         */
        get: operations["field-reports.get.inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/inbox/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Một phản ánh như cán bộ thấy: nội dung đã che, ảnh kèm nơi chụp, không có danh tính người gửi
         * @description A report as staff see it: the masked text, pictures with their evidence, not the reporter. Permission: `report:read`.
         */
        get: operations["field-reports.get.inbox.code"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tiếp nhận phản ánh
         * @description Accept a report. Permission: `report:accept`.
         */
        post: operations["field-reports.post.reports.code.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Không tiếp nhận, với lý do mà người gửi đọc được
         * @description Reject, with a reason that the reporter reads. Permission: `report:reject`.
         */
        post: operations["field-reports.post.reports.code.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Người gửi rút phản ánh khi chưa được tiếp nhận
         * @description The reporter withdraws a report not yet accepted
         */
        post: operations["field-reports.post.reports.code.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Chuyển cho đơn vị xử lý; mặc định theo bảng phân công
         * @description Assign to an agency; by default the one that routing proposed. Permission: `report:assign`.
         */
        post: operations["field-reports.post.reports.code.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bắt đầu xử lý
         * @description Start handling. Permission: `report:handle`.
         */
        post: operations["field-reports.post.reports.code.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trả lời người dân, kèm ảnh sau xử lý
         * @description Answer the citizen, with pictures of the result. Permission: `report:handle`.
         */
        post: operations["field-reports.post.reports.code.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Đóng phản ánh đã trả lời
         * @description Close an answered report. Permission: `report:close`.
         */
        post: operations["field-reports.post.reports.code.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bảng phân luồng: quy tắc khớp đầu tiên được dùng
         * @description The routing rules: the first that matches counts. Permission: `routing:manage`.
         */
        get: operations["field-reports.get.routing"];
        /**
         * Thay cả bảng phân luồng trong một lần
         * @description Replace the whole list of routing rules in one go. Permission: `routing:manage`.
         */
        put: operations["field-reports.put.routing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/routing/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Thử bảng phân luồng mới trên phản ánh tháng qua; không thay đổi gì
         * @description Try new rules on last month's reports; changes nothing. Permission: `routing:manage`.
         */
        post: operations["field-reports.post.routing.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Từ chối vì không thuộc thẩm quyền, đề xuất đơn vị khác
         * @description Refuse as not competent, proposing another owner. Permission: `report:handle`.
         */
        post: operations["field-reports.post.reports.code.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/contribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Đơn vị phối hợp góp phần của mình vào trả lời
         * @description A coordinating agency gives its part of the answer. Permission: `contribution:write`.
         */
        post: operations["field-reports.post.reports.code.contribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Phản ánh chờ đơn vị tôi phối hợp, sắp hết hạn trước
         * @description Reports that wait for my agency's part, the most urgent first. Permission: `contribution:write`.
         */
        get: operations["field-reports.get.contributions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Người gửi hoặc người cùng phản ánh xem phản ánh của mình, kể cả khi không công khai
         * @description The reporter, or whoever added a voice, sees their report, public or not
         */
        post: operations["field-reports.post.reports.code.follow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Người gửi bổ sung ảnh và lời khi phản ánh đang mở
         * @description The reporter adds pictures and words while the report is open
         */
        post: operations["field-reports.post.reports.code.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Người gửi hoặc người cùng phản ánh đánh giá: hài lòng, chấp nhận, không hài lòng; đổi được khi còn hạn mở lại
         * @description The reporter, or whoever added a voice, rates: satisfied, accepted, dissatisfied; to be changed while it can be reopened
         */
        post: operations["field-reports.post.reports.code.rate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Người gửi mở lại phản ánh chưa được xử lý xong; lần thứ hai chuyển đơn vị khác hoặc cấp trên
         * @description The reporter reopens a report that was not solved; the second time it goes to another agency or the supervisor
         */
        post: operations["field-reports.post.reports.code.reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Người gửi đề nghị cấp trên xem xét, khi không tự mở lại được nữa
         * @description The reporter asks the supervisor to decide, once reopening is used up
         */
        post: operations["field-reports.post.reports.code.dispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cấp trên quyết định đề nghị của người gửi: mở lại và giao đơn vị khác, hoặc giữ kết quả với lý do
         * @description The supervisor decides on the reporter's request: reopened with another agency, or the result stands, with a reason. Permission: `report:review`.
         */
        post: operations["field-reports.post.reports.code.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/inbox/{code}/reactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Người gửi đã bổ sung gì, đánh giá ra sao, đề nghị gì; đã che, không nói là ai
         * @description What the reporter added, how they rated, what they asked for; masked, never who it was. Permission: `report:read`.
         */
        get: operations["field-reports.get.inbox.code.reactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/send-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gửi lại mã theo dõi đến e-mail hoặc điện thoại đã để lại khi gửi
         * @description Send the follow-up code again, to the e-mail address or phone that was left with the report
         */
        post: operations["field-reports.post.reports.code.send-code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Đăng ký nhận tin: một phản ánh, một lĩnh vực, một xã phường, hoặc quanh một nơi
         * @description Ask to be told: of a report, a category, a commune, or what lies around a place
         */
        post: operations["field-reports.post.subscriptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/subscriptions/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Xác nhận đăng ký bằng mã trong thư
         * @description Confirm a subscription with the code of its letter
         */
        post: operations["field-reports.post.subscriptions.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/subscriptions/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Những gì tôi theo dõi: của tài khoản, hoặc của địa chỉ đã nhận thư
         * @description What I follow: by my account, or by the address that a letter went to
         */
        post: operations["field-reports.post.subscriptions.mine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/subscriptions/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ngừng một đăng ký; không nêu mã thì là đăng ký của chính thư đó
         * @description End a subscription; without an id the one that the letter was about
         */
        post: operations["field-reports.post.subscriptions.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/reporter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Xem ai đã gửi, với mục đích được ghi lại
         * @description See who reported, for a purpose that is recorded. Permission: `report:identify`.
         */
        post: operations["field-reports.post.reports.code.reporter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Xem nguyên văn và ảnh chưa che, với mục đích được ghi lại
         * @description See the text as it was written and the pictures without bars, for a purpose that is recorded. Permission: `report:original`.
         */
        post: operations["field-reports.post.reports.code.original"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/redactions/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Che đoạn chữ trong nội dung, địa chỉ công khai, hoặc câu trả lời, lý do trong diễn biến
         * @description Hide passages of the public text, of the public address, or of an answer or a reason in the timeline. Permission: `report:redact`.
         */
        post: operations["field-reports.post.reports.code.redactions.text"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/redactions/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Che vùng ảnh; liên kết cũ của ảnh hết dùng được
         * @description Hide regions of a picture; links to what it was open nothing any more. Permission: `report:redact`.
         */
        post: operations["field-reports.post.reports.code.redactions.picture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/redactions/{redaction}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bỏ che: hiện lại như trước khi che
         * @description Undo a redaction: show it as it was before. Permission: `report:redact`.
         */
        post: operations["field-reports.post.reports.code.redactions.redaction.undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/reports/{code}/video": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cất video khỏi công chúng, hoặc cho hiện lại
         * @description Withhold the video from the public, or show it again. Permission: `report:redact`.
         */
        post: operations["field-reports.post.reports.code.video"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Số liệu công khai của một kỳ: mọi chỉ số với tử số, mẫu số, khoảng tin cậy; và theo lĩnh vực
         * @description Public figures of a period: every metric with numerator, denominator and interval; and by category
         */
        get: operations["field-reports.get.figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/figures.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Chỉ số của một kỳ dạng CSV
         * @description The metrics of a period as CSV
         */
        get: operations["field-reports.get.figures.csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/figures.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Chỉ số của một kỳ dạng XLSX
         * @description The metrics of a period as XLSX
         */
        get: operations["field-reports.get.figures.xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/figures/by/{face}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Số liệu theo đơn vị, lĩnh vực hoặc xã, phường, cho lãnh đạo
         * @description Figures by agency, category or commune, for leaders. Permission: `figures:read`.
         */
        get: operations["field-reports.get.figures.by.face"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/figures/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Một ngày trong số liệu; mặc định hôm qua
         * @description A day in numbers; by default yesterday. Permission: `figures:read`.
         */
        get: operations["field-reports.get.figures.digest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/figures/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Đính chính số liệu đã chốt của một kỳ: tính lại; số cũ vẫn còn trong lịch sử
         * @description Correct the published figures of a period: reckoned anew; the old ones stay in the history. Permission: `figures:correct`.
         */
        post: operations["field-reports.post.figures.corrections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/hot-spots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Điểm nóng: cùng một chỗ, cùng lĩnh vực, nhiều lần
         * @description Hot spots: the same category at the same place, again and again. Permission: `figures:read`.
         */
        get: operations["field-reports.get.hot-spots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/inbox.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Danh sách việc dạng CSV, không có người gửi
         * @description The work list as CSV, without reporters. Permission: `report:read`.
         */
        get: operations["field-reports.get.inbox.csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/inbox.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Danh sách việc dạng XLSX, tối đa 20000 dòng
         * @description The work list as XLSX, at most 20000 rows. Permission: `report:read`.
         */
        get: operations["field-reports.get.inbox.xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lĩnh vực hợp với lời kể; không lưu gì
         * @description The category that fits a text; nothing is kept
         */
        post: operations["field-reports.post.suggest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/inbox/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lĩnh vực, đơn vị, mức khẩn hợp với lời kể; không lưu gì
         * @description Category, agency and urgency that fit a text; nothing is kept. Permission: `report:read`.
         */
        post: operations["field-reports.post.inbox.suggest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/inbox/{code}/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gợi ý cho một phản ánh, và kết quả của gợi ý
         * @description What was suggested for a report, and what became of it. Permission: `report:read`.
         */
        get: operations["field-reports.get.inbox.code.suggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/suggestions/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gợi ý đúng đến đâu: khi đo ban đêm, và khi dùng
         * @description How good suggestions are: as measured at night, and in use. Permission: `suggestion:read`.
         */
        get: operations["field-reports.get.suggestions.figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/layers/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lớp bản đồ: Phản ánh của người dân
         * @description Map layer: Reports from citizens
         */
        get: operations["field-reports.get.layers.reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/layers/hot-spots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lớp bản đồ: Điểm nóng phản ánh
         * @description Map layer: Hot spots of reports
         */
        get: operations["field-reports.get.layers.hot-spots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field-reports/layers/hot-spots-for-staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lớp bản đồ: Điểm nóng phản ánh, kèm mã
         * @description Map layer: Hot spots of reports, with codes. Permission: `figures:read`.
         */
        get: operations["field-reports.get.layers.hot-spots-for-staff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /**
             * @description /problems/<code>
             * @example /problems/invalid-input
             */
            type: string;
            /** @example 422 */
            status: number;
            /**
             * @description Mã ổn định để chương trình phân biệt / stable, for programs
             * @example invalid-input
             */
            code: string;
            /**
             * @description Theo ngôn ngữ của người gọi / in the language of the caller
             * @example Dữ liệu gửi lên chưa hợp lệ.
             */
            title: string;
            /** @description Người đọc có thể làm gì / what the reader can do */
            detail?: string;
            /** @description title và detail bằng hai ngôn ngữ / in both languages */
            messages: {
                vi: string;
                en: string;
            };
            errors?: {
                /**
                 * @description Chỗ sai trong dữ liệu gửi lên / where in the input
                 * @example body.photos.2
                 */
                path: string;
                message: {
                    vi: string;
                    en?: string;
                };
            }[];
            /** @description Gửi mã này cho quản trị viên khi cần hỏi / quote it when asking */
            traceId: string;
            /** @example hue */
            province?: string;
            /** @example field-reports */
            module?: string;
        };
        Category: {
            /** @example road-damage */
            code: string;
            name: components["schemas"]["Text"];
            icon: string;
            public: boolean;
            photoRequired: boolean;
            afterPhotoRequired: boolean;
            maskPlates: boolean;
            /** @enum {string} */
            flow: "time-bound" | "immediate";
            /** @description Hỏi thêm gì, theo thứ tự / what is asked beyond what every report has, in order */
            questions: components["schemas"]["Question"][];
        };
        Text: {
            vi: string;
            en?: string;
        };
        Question: {
            /** @example depth */
            code: string;
            /** @enum {string} */
            kind: "string" | "number" | "datetime" | "text" | "singlevaluelist" | "multivaluelist";
            /** @description false: chỉ để đọc / only to be read */
            variable: boolean;
            required: boolean;
            /** @description Mọi người thấy câu trả lời / everybody sees the answer */
            public: boolean;
            question: components["schemas"]["Text"];
            hint: components["schemas"]["Text"] | null;
            choices: {
                key: string;
                name: components["schemas"]["Text"];
            }[];
        };
        NewReport: {
            /** @example road-damage */
            category: string;
            description: string;
            lat?: number;
            lon?: number;
            commune?: string;
            address?: string;
            /**
             * @default web
             * @enum {string}
             */
            channel?: "web" | "app" | "widget";
            /** @default [] */
            photos?: string[];
            contact?: {
                name?: string;
                phone?: string;
                /** Format: email */
                email?: string;
                /** @constant */
                consent: "2026-11";
            };
            /**
             * @description Trả lời câu hỏi của lĩnh vực, theo mã câu hỏi; đã gửi trường này thì câu bắt buộc phải có / answers to the questions of the category, by their codes; where this is sent, what is required must be in it
             * @example {
             *       "depth": [
             *         "knee"
             *       ],
             *       "danger": [
             *         "current",
             *         "power"
             *       ]
             *     }
             */
            answers?: {
                [key: string]: string[];
            };
            /**
             * @description Để trống / leave empty
             * @constant
             */
            website?: "";
        };
        SubmittedReport: {
            /** @example HUE-26-0000123 */
            code: string;
            followUp: string;
            /** @constant */
            status: "submitted";
            agency: string;
            commune: string;
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            dueAt: string;
        };
        EnteredReport: {
            /** @example road-damage */
            category: string;
            description: string;
            lat?: number;
            lon?: number;
            commune?: string;
            address?: string;
            /**
             * @default hotline
             * @enum {string}
             */
            channel?: "hotline" | "zalo" | "sms" | "email" | "web";
            /** @default [] */
            photos?: string[];
            contact?: {
                name?: string;
                phone?: string;
                /** Format: email */
                email?: string;
                /** @constant */
                consent: "2026-11";
            };
            /**
             * @description Trả lời câu hỏi của lĩnh vực, theo mã câu hỏi; đã gửi trường này thì câu bắt buộc phải có / answers to the questions of the category, by their codes; where this is sent, what is required must be in it
             * @example {
             *       "depth": [
             *         "knee"
             *       ],
             *       "danger": [
             *         "current",
             *         "power"
             *       ]
             *     }
             */
            answers?: {
                [key: string]: string[];
            };
            /**
             * Format: uuid
             * @description Bản nháp, tin hoặc thư đang chờ, trở thành phản ánh này / what waits, and becomes this report
             */
            item?: string;
        };
        ReportDraft: {
            /**
             * @default hotline
             * @enum {string}
             */
            channel?: "hotline" | "zalo" | "sms" | "email" | "web";
            category?: string;
            description?: string;
            lat?: number;
            lon?: number;
            commune?: string;
            address?: string;
            contact?: {
                name?: string;
                phone?: string;
                email?: string;
                /** @constant */
                consent?: "2026-11";
            };
        };
        IntakeItem: {
            /** Format: uuid */
            id: string;
            /**
             * @description suspect: ô bẫy máy đã bị điền / the trap was filled in
             * @enum {string}
             */
            kind: "draft" | "message" | "email" | "suspect";
            /** @enum {string} */
            channel: "web" | "app" | "widget" | "hotline" | "zalo" | "sms" | "email" | "open311" | "csv";
            /** @enum {string} */
            state: "waiting" | "completed" | "dropped" | "discarded";
            category: string | null;
            commune: string | null;
            text: string | null;
            /** @description Gợi ý, ví dụ ***123 / a hint */
            sender: string | null;
            photos: number;
            /** @description Số lần gửi lại y hệt / how often the same came again */
            repeats: number;
            fault: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            receivedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            updatedAt: string;
        };
        ReceivedMessage: {
            /** Format: uuid */
            id: string;
            /**
             * @description waiting: cán bộ sẽ xem / staff will look at it
             * @enum {string}
             */
            state: "waiting" | "completed" | "dropped" | "discarded";
            /** @description Đã nhận trước đó / received before */
            again: boolean;
        };
        Import: {
            /** Format: uuid */
            id: string;
            /**
             * @description checked: mới kiểm tra, chưa nhập gì / checked only, nothing brought in
             * @enum {string}
             */
            state: "checked" | "running" | "done";
            /** @example utf-8 */
            encoding: string;
            lines: number;
            /** @description Số dòng nhập được / lines that can be brought in */
            good: number;
            bad: number;
            /** @description Đã nhập đến nay / brought in so far */
            imported: number;
            /** @description Đã có từ trước theo service_request_id / there already, by service_request_id */
            known: number;
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            createdAt: string;
            finishedAt: string | null;
            /** @description Hai mươi dòng hỏng đầu tiên / the first twenty bad lines */
            problems: {
                line: number;
                message: {
                    vi: string;
                    en?: string;
                };
            }[];
        };
        SimilarReport: {
            /** @example HUE-26-0000123 */
            code: string;
            status: components["schemas"]["ReportState"];
            text: string;
            address: string | null;
            commune: string;
            /** @description Số người cùng báo thêm / how many more people said the same */
            voices: number;
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            submittedAt: string;
            /** @description Null: một trong hai chỉ nêu xã, phường / one of the two names a commune only */
            metres: number | null;
            /** @description 0 đến 1 / 0 to 1 */
            likeness: number | null;
        };
        /** @enum {string} */
        ReportState: "submitted" | "accepted" | "assigned" | "in-progress" | "answered" | "closed" | "rejected" | "merged" | "reopened" | "withdrawn";
        JoinedReport: {
            /** @example HUE-26-0000123 */
            code: string;
            followUp: string;
            voices: number;
        };
        MovedReport: {
            /** @example HUE-26-0000123 */
            code: string;
            status: components["schemas"]["ReportState"];
        };
        Clocks: {
            /** @example HUE-26-0000123 */
            code: string;
            /** @enum {string} */
            priority: "normal" | "high";
            clocks: {
                /** @enum {string} */
                kind: "accept" | "assign" | "answer" | "whole" | "coordinate" | "order";
                /** @description Đơn vị phối hợp hoặc mã chỉ đạo / coordinating agency, or id of the order */
                part: string;
                agency: string | null;
                rule: number | null;
                /**
                 * Format: date-time
                 * @example 2026-11-22T19:05:00+07:00
                 */
                beganAt: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T19:05:00+07:00
                 */
                dueAt: string;
                pausedAt: string | null;
                stoppedAt: string | null;
                inTime: boolean | null;
                warnedAt: string | null;
                /** @description Số cấp đã được báo quá hạn / rungs of the ladder told that it is late */
                rung: number;
            }[];
            pauses: {
                reason: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T19:05:00+07:00
                 */
                from: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T19:05:00+07:00
                 */
                until: string;
                endedAt: string | null;
                endedBy: ("resumed" | "ceiling" | "move") | null;
            }[];
            extensions: {
                /** Format: uuid */
                id: string;
                reason: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T19:05:00+07:00
                 */
                promisedAt: string;
                /** @enum {string} */
                state: "requested" | "granted" | "refused";
                /**
                 * Format: date-time
                 * @example 2026-11-22T19:05:00+07:00
                 */
                requestedAt: string;
                refusal: string | null;
                pictures: string[];
            }[];
            orders: {
                /** Format: uuid */
                id: string;
                agency: string;
                instruction: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T19:05:00+07:00
                 */
                givenAt: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T19:05:00+07:00
                 */
                dueAt: string;
                completedAt: string | null;
                result: string | null;
            }[];
        };
        Limits: {
            version: string;
            limits: {
                category?: string;
                /** @enum {string} */
                channel?: "web" | "app" | "widget" | "hotline" | "zalo" | "sms" | "email" | "open311" | "csv";
                /** @enum {string} */
                priority?: "normal" | "high";
                acceptHours?: number;
                assignHours?: number;
                handleDays?: number;
                handleHours?: number;
                answerDays?: number;
                answerHours?: number;
                coordinateDays?: number;
                coordinateHours?: number;
                /** Format: date */
                validFrom: string;
                id: number;
            }[];
            ladder: {
                /**
                 * @description $agency, $parent, $chairman, hoặc một đơn vị / or an agency
                 * @example $parent
                 */
                told: string;
                afterHours: number;
            }[];
        };
        ListedReport: {
            /** @example HUE-26-0000123 */
            code: string;
            /** @example road-damage */
            category: string;
            /** @example 19789 */
            commune: string;
            lat: number;
            lon: number;
            address: string | null;
            text: string;
            status: components["schemas"]["ReportState"];
            /** @example so-xay-dung */
            agency: string;
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            submittedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            dueAt: string;
            answeredAt: string | null;
            /** @description Số ảnh / how many pictures */
            photos: number;
            rating: components["schemas"]["Rating"] | null;
        };
        /** @enum {string} */
        Rating: "satisfied" | "accepted" | "dissatisfied";
        Report: {
            /** @example HUE-26-0000123 */
            code: string;
            /** @example road-damage */
            category: string;
            /** @example 19789 */
            commune: string;
            lat: number;
            lon: number;
            address: string | null;
            text: string;
            status: components["schemas"]["ReportState"];
            /** @example so-xay-dung */
            agency: string;
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            submittedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            dueAt: string;
            answeredAt: string | null;
            /** @description Số ảnh / how many pictures */
            photos: number;
            rating: components["schemas"]["Rating"] | null;
            answer: string | null;
            /** @description Số lần mở lại / how many times */
            reopened: number;
            /** @description Người cùng phản ánh đánh giá; rating là của người gửi / of other voices; rating is the reporter’s */
            voiceRatings: {
                satisfied: number;
                accepted: number;
                dissatisfied: number;
            };
            /** @description Đơn vị phối hợp / coordinating agencies */
            coordinating: string[];
            /** @description Số người cùng báo thêm / how many more people said the same */
            voices: number;
            /** @description Phản ánh mà nó là một phần từ khi được gộp / the report that it is part of since it was merged */
            mergedInto: string | null;
            timeline: components["schemas"]["PublicEvent"][];
            pictures: {
                after: boolean;
                /** @description Kèm lời hứa gia hạn / came with an extension */
                extension?: boolean;
                url: string;
                thumbnail: string;
            }[];
            video: {
                url: string;
                poster: string | null;
            } | null;
        };
        PublicEvent: {
            /** @constant */
            type: "report.submitted";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                code: string;
                commune: string;
                channel: string;
                agency?: string;
                media?: number;
                public?: boolean;
                clocks?: components["schemas"]["ClockTimes"];
                dueAt?: string;
            };
        } | {
            /** @constant */
            type: "report.accepted";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                clocks?: components["schemas"]["ClockTimes"];
                dueAt?: string;
            };
        } | {
            /** @constant */
            type: "report.rejected";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                reason: string;
            };
        } | {
            /** @constant */
            type: "report.withdrawn";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
            };
        } | {
            /** @constant */
            type: "report.assigned";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                agency: string;
                clocks?: components["schemas"]["ClockTimes"];
                dueAt: string;
            };
        } | {
            /** @constant */
            type: "report.started";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
            };
        } | {
            /** @constant */
            type: "report.answered";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                answer: string;
                photos: number;
                onTime: boolean;
            };
        } | {
            /** @constant */
            type: "report.closed";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
            };
        } | {
            /** @constant */
            type: "report.rated";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                /** @enum {string} */
                rating: "satisfied" | "accepted" | "dissatisfied";
                before: string | null;
                /** @enum {string} */
                by?: "reporter" | "voice";
            };
        } | {
            /** @constant */
            type: "report.joined";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                voices: number;
            };
        } | {
            /** @constant */
            type: "report.merged";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                into: string;
            };
        } | {
            /** @constant */
            type: "report.absorbed";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                code: string;
                voices: number;
            };
        } | {
            /** @constant */
            type: "report.unmerged";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                from: string;
                status: string;
            };
        } | {
            /** @constant */
            type: "report.released";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                code: string;
                voices: number;
            };
        } | {
            /** @constant */
            type: "report.reopened";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                agency?: string;
                before?: string;
                times?: number;
                reason?: string;
            };
        } | {
            /** @constant */
            type: "report.supplemented";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                photos: number;
                remark: boolean;
            };
        } | {
            /** @constant */
            type: "report.disputed";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
            };
        } | {
            /** @constant */
            type: "report.upheld";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                reason: string;
            };
        } | {
            /** @constant */
            type: "report.reclassified";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                clocks?: components["schemas"]["ClockTimes"];
                dueAt?: string;
                before: string;
                /** @enum {string} */
                priority: "normal" | "high";
                /** @enum {string} */
                priorityBefore: "normal" | "high";
                agency: string;
                public?: boolean;
                publishable?: boolean;
            };
        } | {
            /** @constant */
            type: "report.paused";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                reason: string;
                until: string;
            };
        } | {
            /** @constant */
            type: "report.resumed";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                clocks?: components["schemas"]["ClockTimes"];
                dueAt?: string;
            };
        } | {
            /** @constant */
            type: "report.extended";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                reason: string;
                clocks?: components["schemas"]["ClockTimes"];
                dueAt: string;
                extension: string;
                before: string;
            };
        } | {
            /** @constant */
            type: "report.ordered";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                clocks?: components["schemas"]["ClockTimes"];
                order: string;
                agency: string;
                until: string;
            };
        } | {
            /** @constant */
            type: "order.completed";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                order: string;
                agency: string;
                onTime: boolean;
            };
        } | {
            /** @constant */
            type: "report.refused";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                reason: string;
                from: string;
                to: string;
                proposed: string;
                refusals: number;
            };
        } | {
            /** @constant */
            type: "report.commented";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                update: string;
                /** @enum {string} */
                status: "open" | "closed";
                text: string;
            };
        };
        ClockTimes: {
            /** @description Quy định được áp dụng / row of the limits */
            rule: number | null;
            /** @enum {string} */
            flow: "time-bound" | "immediate";
            from: string;
            due: {
                /** @enum {string} */
                kind: "accept" | "assign" | "answer" | "whole" | "coordinate" | "order";
                part: string;
                agency: string | null;
                at: string;
                warnAt: string;
            }[];
        };
        StaffEvent: components["schemas"]["PublicEvent"] | {
            /** @constant */
            type: "extension.requested";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                extension: string;
                promisedAt: string;
            };
        } | {
            /** @constant */
            type: "extension.refused";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                extension: string;
            };
        } | {
            /** @constant */
            type: "clock.warned";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                agency: string;
                clock: {
                    /** @enum {string} */
                    kind: "accept" | "assign" | "answer" | "whole" | "coordinate" | "order";
                    part: string;
                };
                dueAt: string;
            };
        } | {
            /** @constant */
            type: "clock.escalated";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                agency: string;
                clock: {
                    /** @enum {string} */
                    kind: "accept" | "assign" | "answer" | "whole" | "coordinate" | "order";
                    part: string;
                };
                dueAt: string;
                to: string;
                rung: number;
            };
        } | {
            /** @constant */
            type: "clocks.changed";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                added: number;
                retired: number;
                rungs: number;
            };
        } | {
            /** @constant */
            type: "video.received";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                /** @enum {string} */
                state: "ready" | "staff-only" | "refused";
            };
        } | {
            /** @constant */
            type: "report.redacted";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                /** @enum {string} */
                what: "text" | "address" | "timeline" | "picture" | "video";
                undone: boolean;
            };
        } | {
            /** @constant */
            type: "original.viewed";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                purpose: string;
            };
        } | {
            /** @constant */
            type: "intake.received";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                kind: string;
                channel: string;
                state: string;
            };
        } | {
            /** @constant */
            type: "intake.discarded";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                kind: string;
                reason: string;
            };
        } | {
            /** @constant */
            type: "report.contributed";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                category: string;
                clocks?: components["schemas"]["ClockTimes"];
                dueAt?: string;
                agency: string;
            };
        } | {
            /** @constant */
            type: "routing.changed";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                version: number;
                added: number;
                retired: number;
            };
        } | {
            /** @constant */
            type: "import.checked";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                lines: number;
                bad: number;
            };
        } | {
            /** @constant */
            type: "import.finished";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                imported: number;
                known: number;
                bad: number;
            };
        } | {
            /** @constant */
            type: "figures.corrected";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                period: string;
                metrics: number;
                reason: string;
            };
        } | {
            /** @constant */
            type: "reporter.viewed";
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            at: string;
            data: {
                purpose: string;
            };
        };
        Contribution: {
            agency: string;
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            askedAt: string;
            text: string | null;
            givenAt: string | null;
        };
        Routing: {
            version: number;
            rules: {
                /** @default null */
                category?: string | null;
                /** @default null */
                communes?: string[] | null;
                /**
                 * @description Vùng vẽ tay: vòng khép kín các cặp kinh độ, vĩ độ / a drawn area: a closed ring of longitude and latitude
                 * @default null
                 */
                area?: [
                    number,
                    number
                ][] | null;
                /** @default null */
                during?: ({
                    /**
                     * @description Theo lịch làm việc của tỉnh / as the working calendar has it
                     * @enum {string}
                     */
                    office: "open" | "closed";
                } | {
                    /** @description 1 là thứ Hai / 1 is Monday */
                    days: number[];
                    from: string;
                    /** @description Sau nửa đêm cũng được / may lie after midnight */
                    to: string;
                }) | null;
                /**
                 * @description Đơn vị chủ trì, hoặc $commune: UBND nơi xảy ra / the lead agency, or $commune
                 * @example so-xay-dung
                 */
                lead: string;
                /** @default [] */
                coordinating?: string[];
                /** @description Ghi chú cho người sửa sau / for whoever edits it next */
                note?: string;
                id: number;
            }[];
            warnings: components["schemas"]["RoutingWarning"][];
        };
        RoutingWarning: {
            category: string;
            message: {
                vi: string;
                en?: string;
            };
        };
        NewRouting: {
            /** @description Phiên bản đã đọc / the version that was read */
            version: number;
            rules: components["schemas"]["RoutingRule"][];
        };
        RoutingRule: {
            /** @default null */
            category?: string | null;
            /** @default null */
            communes?: string[] | null;
            /**
             * @description Vùng vẽ tay: vòng khép kín các cặp kinh độ, vĩ độ / a drawn area: a closed ring of longitude and latitude
             * @default null
             */
            area?: [
                number,
                number
            ][] | null;
            /** @default null */
            during?: ({
                /**
                 * @description Theo lịch làm việc của tỉnh / as the working calendar has it
                 * @enum {string}
                 */
                office: "open" | "closed";
            } | {
                /** @description 1 là thứ Hai / 1 is Monday */
                days: number[];
                from: string;
                /** @description Sau nửa đêm cũng được / may lie after midnight */
                to: string;
            }) | null;
            /**
             * @description Đơn vị chủ trì, hoặc $commune: UBND nơi xảy ra / the lead agency, or $commune
             * @example so-xay-dung
             */
            lead: string;
            /** @default [] */
            coordinating?: string[];
            /** @description Ghi chú cho người sửa sau / for whoever edits it next */
            note?: string;
        };
        RoutingReplay: {
            rules: components["schemas"]["RoutingRule"][];
            /** @default 31 */
            days?: number;
        };
        ReplayedRouting: {
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            from: string;
            /** @description Số phản ánh đã xem lại / how many reports were looked at */
            checked: number;
            /** @description Sẽ đến đơn vị khác / would have gone to another agency */
            elsewhere: number;
            /** @description Cùng chủ trì, khác đơn vị phối hợp / the same lead with other coordinating agencies */
            otherHelpers: number;
            /** @description Nhiều nhất trước / the largest first */
            totals: {
                /** @example so-xay-dung */
                from: string;
                /** @example so-xay-dung */
                to: string;
                count: number;
            }[];
            examples: {
                /** @example HUE-26-0000123 */
                code: string;
                category: string;
                commune: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T19:05:00+07:00
                 */
                submittedAt: string;
                /** @example so-xay-dung */
                from: string;
                /** @example so-xay-dung */
                to: string;
                /** @description Quy tắc thứ mấy trong bảng mới, từ 1 / which rule of the new list, from 1 */
                rule: number | null;
            }[];
            warnings: components["schemas"]["RoutingWarning"][];
        };
        FollowedReport: {
            /** @example HUE-26-0000123 */
            code: string;
            /** @example road-damage */
            category: string;
            /** @example 19789 */
            commune: string;
            lat: number;
            lon: number;
            address: string | null;
            text: string;
            status: components["schemas"]["ReportState"];
            /** @example so-xay-dung */
            agency: string;
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            submittedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            dueAt: string;
            answeredAt: string | null;
            /** @description Số ảnh / how many pictures */
            photos: number;
            rating: components["schemas"]["Rating"] | null;
            answer: string | null;
            /** @description Số lần mở lại / how many times */
            reopened: number;
            /** @description Người cùng phản ánh đánh giá; rating là của người gửi / of other voices; rating is the reporter’s */
            voiceRatings: {
                satisfied: number;
                accepted: number;
                dissatisfied: number;
            };
            /** @description Đơn vị phối hợp / coordinating agencies */
            coordinating: string[];
            /** @description Số người cùng báo thêm / how many more people said the same */
            voices: number;
            /** @description Phản ánh mà nó là một phần từ khi được gộp / the report that it is part of since it was merged */
            mergedInto: string | null;
            timeline: components["schemas"]["PublicEvent"][];
            pictures: {
                after: boolean;
                /** @description Kèm lời hứa gia hạn / came with an extension */
                extension?: boolean;
                url: string;
                thumbnail: string;
            }[];
            video: {
                url: string;
                poster: string | null;
            } | null;
            /** @enum {string} */
            standing: "reporter" | "merged-reporter" | "voice";
        };
        Reactions: {
            remarks: components["schemas"]["ReporterRemark"][];
            ratings: {
                /** @enum {string} */
                by: "reporter" | "voice";
                rating: components["schemas"]["Rating"];
                comment: string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-22T19:05:00+07:00
                 */
                at: string;
            }[];
            /** @description Từ lúc nào chờ cấp trên quyết định / since when it waits for the supervisor */
            disputedAt: string | null;
        };
        ReporterRemark: {
            /** @enum {string} */
            kind: "added" | "reopened" | "disputed";
            text: string | null;
            /** Format: date-time */
            at: string;
            photos: number;
        };
        NewSubscription: {
            /** @example HUE-26-0000123 */
            report?: string;
            /** @example road-damage */
            category?: string;
            commune?: string;
            circle?: {
                lat: number;
                lon: number;
                metres: number;
            };
            /** Format: email */
            email?: string;
            phone?: string;
            /** @constant */
            consent?: "2026-11";
        };
        Subscription: {
            /** Format: uuid */
            id: string;
            report: string | null;
            category: string | null;
            commune: string | null;
            circle: {
                lat: number;
                lon: number;
                metres: number;
            } | null;
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            since: string;
        };
        /**
         * @example {
         *       "at": 12,
         *       "text": "nhà ông Ba"
         *     }
         */
        TextPassage: {
            at: number;
            text: string;
        };
        /**
         * @example {
         *       "left": 250,
         *       "top": 400,
         *       "width": 120,
         *       "height": 90
         *     }
         */
        PictureRegion: {
            left: number;
            top: number;
            width: number;
            height: number;
        };
        /** @description null: giữ kín, dưới 10 / withheld, under 10 */
        Figures: {
            submitted: number | null;
            accepted: number | null;
            rejected: number | null;
            answered: number | null;
            answeredOnTime: number | null;
            closed: number | null;
            reopened: number | null;
            rated: number | null;
            satisfied: number | null;
            accepting: number | null;
        };
        PublishedMetric: {
            /** @enum {string} */
            id: "fr.volume" | "fr.accept_rate" | "fr.t_accept_med" | "fr.t_assign_med" | "fr.t_close_med" | "fr.t_close_p90" | "fr.ontime_766" | "fr.overdue_open" | "fr.extend_rate" | "fr.bounce_rate" | "fr.reopen_rate" | "fr.sat_hue" | "fr.sat_766" | "fr.rating_cov" | "fr.public_rate" | "fr.media_rate" | "fr.geo_cov" | "fr.backlog_days" | "fr.dup_rate" | "fr.ai_accept";
            title: components["schemas"]["Text"];
            /** @description Cách tính / what is divided by what */
            meaning: components["schemas"]["Text"];
            /** @enum {string} */
            unit: "%" | "h" | "ngày" | "/10k";
            /** @enum {string} */
            better: "up" | "down" | "none";
            /** @description Phiên bản cách tính / version of the definition */
            version: number;
            leastN: number;
            /**
             * @description too-few: không đủ mẫu; withheld: 1–9 trường hợp, giữ kín; none: chưa có gì để tính
             * @enum {string}
             */
            state: "shown" | "too-few" | "withheld" | "none";
            value: number | null;
            /** @description Lớn hơn nhóm cao nhất: chỉ biết là hơn value / beyond the last bucket: more than value */
            beyond: boolean;
            /** @description Khoảng Wilson 95 %, cùng đơn vị / in the same unit */
            interval: {
                low: number;
                high: number;
            } | null;
            numerator: number | null;
            denominator: number | null;
            /** @description null trong dãy: nhóm giữ kín / null inside: a bucket withheld */
            histogram: (number | null)[] | null;
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            computedAt: string;
            /** @description 0: chưa chốt; 1: đã chốt; từ 2: đã đính chính / 0: not published yet; 1: published; from 2: corrected */
            revision: number;
            /** @description Số đã công bố trước khi đính chính, mới nhất trước / what was published before it was corrected, newest first */
            history: {
                revision: number;
                /**
                 * @description too-few: không đủ mẫu; withheld: 1–9 trường hợp, giữ kín; none: chưa có gì để tính
                 * @enum {string}
                 */
                state: "shown" | "too-few" | "withheld" | "none";
                value: number | null;
                numerator: number | null;
                denominator: number | null;
                /**
                 * Format: date-time
                 * @example 2026-11-22T19:05:00+07:00
                 */
                computedAt: string;
                replacedBecause: string;
            }[];
        };
        CategoryFigures: {
            /** @example road-damage */
            category: string;
            submitted: number | null;
            onTime: components["schemas"]["CategoryRate"];
            satisfaction: components["schemas"]["CategoryRate"];
            coverage: components["schemas"]["CategoryRate"];
        };
        CategoryRate: {
            /** @enum {string} */
            id: "fr.volume" | "fr.accept_rate" | "fr.t_accept_med" | "fr.t_assign_med" | "fr.t_close_med" | "fr.t_close_p90" | "fr.ontime_766" | "fr.overdue_open" | "fr.extend_rate" | "fr.bounce_rate" | "fr.reopen_rate" | "fr.sat_hue" | "fr.sat_766" | "fr.rating_cov" | "fr.public_rate" | "fr.media_rate" | "fr.geo_cov" | "fr.backlog_days" | "fr.dup_rate" | "fr.ai_accept";
            leastN: number;
            /** @enum {string} */
            unit: "%" | "h" | "ngày" | "/10k";
            /** @description Lớn hơn nhóm cao nhất: chỉ biết là hơn value / beyond the last bucket: more than value */
            beyond: boolean;
            /**
             * @description too-few: không đủ mẫu; withheld: 1–9 trường hợp, giữ kín; none: chưa có gì để tính
             * @enum {string}
             */
            state: "shown" | "too-few" | "withheld" | "none";
            value: number | null;
            /** @description Khoảng Wilson 95 %, cùng đơn vị / in the same unit */
            interval: {
                low: number;
                high: number;
            } | null;
            numerator: number | null;
            denominator: number | null;
        };
        /** @description Phần trăm, và trên bao nhiêu / per cent, and of how many */
        ShareOf: {
            value: number | null;
            of: number;
        };
        Hours: {
            value: number | null;
            beyond: boolean;
        };
        FaceFigures: {
            /** @example so-xay-dung */
            key: string;
            submitted: number;
            answered: number;
            answeredOnTime: number;
            closed: number;
            reopened: number;
            /** @description Số lần từ chối nhận / times it refused */
            refused: number;
            open: number;
            late: number;
            onTime: components["schemas"]["ShareOf"];
            reopenedShare: components["schemas"]["ShareOf"];
            satisfaction: components["schemas"]["ShareOf"];
            coverage: components["schemas"]["ShareOf"];
            overdueShare: components["schemas"]["ShareOf"];
            bounced: components["schemas"]["ShareOf"];
            extended: components["schemas"]["ShareOf"];
            backlogDays: number | null;
            closeMedian: components["schemas"]["Hours"];
            closeP90: components["schemas"]["Hours"];
        };
        DailyDigest: {
            /** Format: date */
            day: string;
            submitted: number;
            answered: number;
            answeredOnTime: number;
            closed: number;
            reopened: number;
            satisfaction: components["schemas"]["ShareOf"];
            coverage: components["schemas"]["ShareOf"];
            open: number;
            late: number;
            /** @description Nhiều quá hạn nhất trước / most late first */
            lateAgencies: {
                agency: string;
                late: number;
                open: number;
            }[];
            hotSpots: {
                category: string;
                commune: string;
                reports: number;
                open: number;
            }[];
            /** @description Chỉ đạo chưa thực hiện xong / orders not carried out yet */
            orders: {
                open: number;
                late: number;
            };
        };
        HotSpot: {
            category: string;
            commune: string;
            lat: number;
            lon: number;
            reports: number;
            /** @description Trong đó chưa trả lời / of these open */
            open: number;
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            firstAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            lastAt: string;
            codes: string[];
        };
        TextToSuggestFor: {
            text: string;
        };
        CategorySuggestion: {
            category: {
                /** @example street-light */
                value: string;
                /**
                 * @description Tỷ lệ đúng của những gợi ý như thế, đo trên phản ánh mô hình chưa thấy / the share of such suggestions that are right, measured on reports not learned from
                 * @example 0.91
                 */
                confidence: number;
            } | null;
        };
        Suggestions: {
            category: {
                /** @example street-light */
                value: string;
                /**
                 * @description Tỷ lệ đúng của những gợi ý như thế, đo trên phản ánh mô hình chưa thấy / the share of such suggestions that are right, measured on reports not learned from
                 * @example 0.91
                 */
                confidence: number;
            } | null;
            agency: {
                /** @example street-light */
                value: string;
                /**
                 * @description Tỷ lệ đúng của những gợi ý như thế, đo trên phản ánh mô hình chưa thấy / the share of such suggestions that are right, measured on reports not learned from
                 * @example 0.91
                 */
                confidence: number;
            } | null;
            urgency: {
                /** @enum {string} */
                value: "immediate" | "normal";
                /**
                 * @description Tỷ lệ đúng của những gợi ý như thế, đo trên phản ánh mô hình chưa thấy / the share of such suggestions that are right, measured on reports not learned from
                 * @example 0.91
                 */
                confidence: number;
            } | null;
        };
        StoredSuggestion: {
            /** @enum {string} */
            kind: "category" | "agency" | "urgency" | "duplicate";
            suggested: string;
            confidence: number;
            /** @description Phản ánh đến với giá trị nào / what the report came with */
            given: string | null;
            /** @description Khác giá trị ban đầu nên được hỏi / differs from it, so a person was asked */
            shown: boolean;
            /** @description Rỗng khi chưa ai quyết định / null until somebody has decided */
            fate: ("confirmed" | "changed" | "ignored") | null;
            became: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            madeAt: string;
            decidedAt: string | null;
        };
        TrainedModel: {
            /**
             * Format: date-time
             * @example 2026-11-22T19:05:00+07:00
             */
            trainedAt: string;
            seconds: number;
            /** @enum {string} */
            state: "in-use" | "former" | "refused" | "too-few";
            /** @description Số phản ánh đã đóng để học / closed reports it learned from */
            reports: number;
            /** @description Phản ánh mới nhất dùng để đo, mô hình được đo chưa thấy / the newest ones, which the measured model had not seen */
            measuredOn: number;
            /** @description Học từ dữ liệu mẫu: con số không nói gì về phản ánh thật / learned from sample data: the figures say nothing of real reports */
            sample: boolean;
            measured: {
                category: components["schemas"]["SuggestionAccuracy"] | null;
                agency: components["schemas"]["SuggestionAccuracy"] | null;
                urgency: components["schemas"]["SuggestionAccuracy"] | null;
            };
            /** @description Lĩnh vực chưa đủ phản ánh đã đóng / categories with too few closed reports */
            tooFew: {
                [key: string]: number;
            };
        };
        SuggestionAccuracy: {
            reports: number;
            right: number;
            accuracy: number | null;
            said: number;
            saidRight: number;
            byValue: {
                value: string;
                reports: number;
                guessed: number;
                right: number;
                precision: number | null;
                recall: number | null;
            }[];
        };
        LayerFeatures: {
            /** @constant */
            type: "FeatureCollection";
            features: {
                /** @constant */
                type: "Feature";
                id?: string | number;
                geometry: ({
                    /** @enum {string} */
                    type: "Point" | "MultiPoint" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon";
                } & {
                    [key: string]: unknown;
                }) | null;
                properties: {
                    [key: string]: unknown;
                } | null;
            }[];
        };
    };
    responses: {
        /** @description Không đọc được / cannot be read */
        Unreadable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Cần đăng nhập / sign-in required */
        SignInRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Không có quyền / not permitted */
        NotPermitted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Không tìm thấy / not found */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Xung đột với trạng thái hiện tại / conflicts with the current state */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Quá lớn / too large */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Kiểu nội dung không được nhận / content type not accepted */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Dữ liệu chưa hợp lệ / input not valid */
        NotValid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Gửi quá nhanh / too many requests */
        TooManyRequests: {
            headers: {
                /** @description Giây / seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Mọi lỗi khác / any other error */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Không đổi từ lần đọc trước / unchanged since then */
        NotModified: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
        IdempotencyKey: string;
        /** @description ETag của lần đọc trước / of the read before */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Problem = components['schemas']['Problem'];
export type Category = components['schemas']['Category'];
export type Text = components['schemas']['Text'];
export type Question = components['schemas']['Question'];
export type NewReport = components['schemas']['NewReport'];
export type SubmittedReport = components['schemas']['SubmittedReport'];
export type EnteredReport = components['schemas']['EnteredReport'];
export type ReportDraft = components['schemas']['ReportDraft'];
export type IntakeItem = components['schemas']['IntakeItem'];
export type ReceivedMessage = components['schemas']['ReceivedMessage'];
export type Import = components['schemas']['Import'];
export type SimilarReport = components['schemas']['SimilarReport'];
export type ReportState = components['schemas']['ReportState'];
export type JoinedReport = components['schemas']['JoinedReport'];
export type MovedReport = components['schemas']['MovedReport'];
export type Clocks = components['schemas']['Clocks'];
export type Limits = components['schemas']['Limits'];
export type ListedReport = components['schemas']['ListedReport'];
export type Rating = components['schemas']['Rating'];
export type Report = components['schemas']['Report'];
export type PublicEvent = components['schemas']['PublicEvent'];
export type ClockTimes = components['schemas']['ClockTimes'];
export type StaffEvent = components['schemas']['StaffEvent'];
export type Contribution = components['schemas']['Contribution'];
export type Routing = components['schemas']['Routing'];
export type RoutingWarning = components['schemas']['RoutingWarning'];
export type NewRouting = components['schemas']['NewRouting'];
export type RoutingRule = components['schemas']['RoutingRule'];
export type RoutingReplay = components['schemas']['RoutingReplay'];
export type ReplayedRouting = components['schemas']['ReplayedRouting'];
export type FollowedReport = components['schemas']['FollowedReport'];
export type Reactions = components['schemas']['Reactions'];
export type ReporterRemark = components['schemas']['ReporterRemark'];
export type NewSubscription = components['schemas']['NewSubscription'];
export type Subscription = components['schemas']['Subscription'];
export type TextPassage = components['schemas']['TextPassage'];
export type PictureRegion = components['schemas']['PictureRegion'];
export type Figures = components['schemas']['Figures'];
export type PublishedMetric = components['schemas']['PublishedMetric'];
export type CategoryFigures = components['schemas']['CategoryFigures'];
export type CategoryRate = components['schemas']['CategoryRate'];
export type ShareOf = components['schemas']['ShareOf'];
export type Hours = components['schemas']['Hours'];
export type FaceFigures = components['schemas']['FaceFigures'];
export type DailyDigest = components['schemas']['DailyDigest'];
export type HotSpot = components['schemas']['HotSpot'];
export type TextToSuggestFor = components['schemas']['TextToSuggestFor'];
export type CategorySuggestion = components['schemas']['CategorySuggestion'];
export type Suggestions = components['schemas']['Suggestions'];
export type StoredSuggestion = components['schemas']['StoredSuggestion'];
export type TrainedModel = components['schemas']['TrainedModel'];
export type SuggestionAccuracy = components['schemas']['SuggestionAccuracy'];
export type LayerFeatures = components['schemas']['LayerFeatures'];
export type ResponseUnreadable = components['responses']['Unreadable'];
export type ResponseSignInRequired = components['responses']['SignInRequired'];
export type ResponseNotPermitted = components['responses']['NotPermitted'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseConflict = components['responses']['Conflict'];
export type ResponseTooLarge = components['responses']['TooLarge'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ResponseNotValid = components['responses']['NotValid'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseRefused = components['responses']['Refused'];
export type ResponseNotModified = components['responses']['NotModified'];
export type ParameterIdempotencyKey = components['parameters']['IdempotencyKey'];
export type ParameterIfNoneMatch = components['parameters']['IfNoneMatch'];
export type $defs = Record<string, never>;
export interface operations {
    "field-reports.get.categories": {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag của lần đọc trước / of the read before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Theo thứ tự của tỉnh / in the order of the province */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Category"][];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.reports": {
        parameters: {
            query?: {
                bbox?: string;
                category?: string;
                commune?: string;
                status?: components["schemas"]["ReportState"];
                q?: string;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description ETag của lần đọc trước / of the read before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang; next là con trỏ trang sau / a page and the cursor of the next */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ListedReport"][];
                        next: string | null;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReport"];
            };
        };
        responses: {
            /** @description Mã phản ánh, và mã bí mật để theo dõi, đánh giá, mở lại / code, and the secret to follow, rate and reopen it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmittedReport"];
                };
            };
            400: components["responses"]["Unreadable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.photos": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/*": Blob;
                "multipart/form-data": {
                    file: Blob;
                };
            };
        };
        responses: {
            /** @description Mã ảnh, dùng được trong 24 giờ / id of the picture, good for 24 h */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        width: number;
                        height: number;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.intake.reports": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnteredReport"];
            };
        };
        responses: {
            /** @description Mã phản ánh, và mã theo dõi để đọc cho người dân / code, and the secret to be read out */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmittedReport"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.intake.drafts": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportDraft"];
            };
        };
        responses: {
            /** @description Đã lưu / saved */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.intake.waiting.id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mục chờ; liên hệ chỉ có trong bản nháp của chính mình / the item; contact details only in a draft of one’s own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /**
                         * @description suspect: ô bẫy máy đã bị điền / the trap was filled in
                         * @enum {string}
                         */
                        kind: "draft" | "message" | "email" | "suspect";
                        /** @enum {string} */
                        channel: "web" | "app" | "widget" | "hotline" | "zalo" | "sms" | "email" | "open311" | "csv";
                        /** @enum {string} */
                        state: "waiting" | "completed" | "dropped" | "discarded";
                        category: string | null;
                        commune: string | null;
                        text: string | null;
                        /** @description Gợi ý, ví dụ ***123 / a hint */
                        sender: string | null;
                        photos: number;
                        /** @description Số lần gửi lại y hệt / how often the same came again */
                        repeats: number;
                        fault: string | null;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T19:05:00+07:00
                         */
                        receivedAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T19:05:00+07:00
                         */
                        updatedAt: string;
                        lat: number | null;
                        lon: number | null;
                        address: string | null;
                        contact: {
                            name: string | null;
                            phone: string | null;
                            email: string | null;
                        } | null;
                        pictures: string[];
                    };
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.put.intake.waiting.id": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportDraft"];
            };
        };
        responses: {
            /** @description Đã lưu / saved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.intake.waiting": {
        parameters: {
            query?: {
                state?: "waiting" | "completed" | "dropped" | "discarded";
                kind?: "draft" | "message" | "email" | "suspect";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mới nhất trước / the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["IntakeItem"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.intake.waiting.id.sender": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    purpose: string;
                };
            };
        };
        responses: {
            /** @description Thông tin liên hệ, nếu có / contact details, if any */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string | null;
                        phone: string | null;
                        email: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.intake.waiting.id.discard": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Đã bỏ / put aside */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @constant */
                        state: "discarded";
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.intake.messages": {
        parameters: {
            query?: never;
            header?: {
                "webhook-id"?: string;
                "webhook-timestamp"?: string;
                "webhook-signature"?: string;
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Blob;
            };
        };
        responses: {
            /** @description Đã nhận; thành phản ánh ngay khi đủ lĩnh vực và nơi xảy ra, hoặc khi cán bộ bổ sung / received; a report as soon as it has a category and a place, by itself or by staff */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedMessage"];
                };
            };
            400: components["responses"]["Unreadable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.intake.emails": {
        parameters: {
            query?: never;
            header?: {
                "webhook-id"?: string;
                "webhook-timestamp"?: string;
                "webhook-signature"?: string;
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "message/rfc822": Blob;
            };
        };
        responses: {
            /** @description Đã nhận, chờ cán bộ; thư tự động được gạt ra kèm lý do / received, for staff to complete; automatic ones are put aside with their reason */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedMessage"];
                };
            };
            400: components["responses"]["Unreadable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.reports.csv": {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                status?: "open" | "closed";
                category?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Dạng CSV theo lô của Open311, UTF-8 có dấu đầu tệp / the bulk shape of Open311, UTF-8 with a mark */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": Blob;
                };
            };
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.imports": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": Blob;
            };
        };
        responses: {
            /** @description Kết quả kiểm tra / what the check found */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.imports.id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lần nhập / the import */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.imports.id.run": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đang nhập / under way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "running" | "done";
                    };
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.imports.id.refused.csv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Dạng CSV theo lô của Open311, UTF-8 có dấu đầu tệp / the bulk shape of Open311, UTF-8 with a mark */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": Blob;
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.similar": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example road-damage */
                    category: string;
                    lat?: number;
                    lon?: number;
                    commune?: string;
                    text?: string;
                    address?: string;
                };
            };
        };
        responses: {
            /** @description Giống nhất trước, nhiều nhất 5 / the likeliest first, at most 5 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SimilarReport"][];
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.join": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Điều muốn nói thêm, cho cán bộ / what there is to add, for staff */
                    remark?: string;
                    contact?: {
                        phone?: string;
                        /** Format: email */
                        email?: string;
                        /** @constant */
                        consent: "2026-11";
                    };
                };
            };
        };
        responses: {
            /** @description Phản ánh được góp vào (phản ánh cuối, nếu đã gộp), và mã bí mật riêng của tiếng nói này / the report that was joined (the last, where it was merged), and a secret of this voice alone */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinedReport"];
                };
            };
            400: components["responses"]["Unreadable"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.leave": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    followUp?: string;
                };
            };
        };
        responses: {
            /** @description Đã rút / taken back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example HUE-26-0000123 */
                        code: string;
                        /** @constant */
                        left: true;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.merge": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example HUE-26-0000123 */
                    into: string;
                };
            };
        };
        responses: {
            /** @description Phản ánh cuối mà nó được gộp vào / the report that it is part of now, the last of a chain */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example HUE-26-0000123 */
                        code: string;
                        status: components["schemas"]["ReportState"];
                        /** @example HUE-26-0000123 */
                        into: string;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.unmerge": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Trạng thái như trước khi gộp / the state before the merge */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedReport"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.inbox.code.clocks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đồng hồ / the clocks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clocks"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.reclassify": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    category?: string;
                    /** @enum {string} */
                    priority?: "normal" | "high";
                };
            };
        };
        responses: {
            /** @description Phân loại và hạn mới / the new classification and deadline */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example HUE-26-0000123 */
                        code: string;
                        category: string;
                        /** @enum {string} */
                        priority: "normal" | "high";
                        agency: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T19:05:00+07:00
                         */
                        dueAt: string;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.pause": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-22T19:05:00+07:00
                     */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Tạm dừng đến lúc nào / until when */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example HUE-26-0000123 */
                        code: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T19:05:00+07:00
                         */
                        until: string;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.resume": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hạn mới / the new due time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example HUE-26-0000123 */
                        code: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T19:05:00+07:00
                         */
                        dueAt: string;
                    };
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.extensions": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-22T19:05:00+07:00
                     */
                    promisedAt: string;
                    /** @default [] */
                    photos?: string[];
                };
            };
        };
        responses: {
            /** @description Chờ duyệt / to be decided */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T19:05:00+07:00
                         */
                        promisedAt: string;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.extensions.id.decide": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    granted: boolean;
                    refusal?: string;
                };
            };
        };
        responses: {
            /** @description Hạn sau quyết định / the due time after it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example HUE-26-0000123 */
                        code: string;
                        granted: boolean;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T19:05:00+07:00
                         */
                        dueAt: string;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.orders": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    instruction: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-22T19:05:00+07:00
                     */
                    dueAt: string;
                    agency?: string;
                };
            };
        };
        responses: {
            /** @description Chỉ đạo / the order */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        agency: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T19:05:00+07:00
                         */
                        dueAt: string;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.orders": {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Danh sách / the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @example HUE-26-0000123 */
                            code: string;
                            category: string;
                            commune: string;
                            instruction: string;
                            /**
                             * Format: date-time
                             * @example 2026-11-22T19:05:00+07:00
                             */
                            givenAt: string;
                            /**
                             * Format: date-time
                             * @example 2026-11-22T19:05:00+07:00
                             */
                            dueAt: string;
                        }[];
                    };
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.orders.id.complete": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    result: string;
                };
            };
        };
        responses: {
            /** @description Đúng hạn hay không / in time or not */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        onTime: boolean;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Theo thứ tự: hàng đầu tiên khớp được dùng / in order: the first that fits holds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limits"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.put.limits": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: string;
                    limits: {
                        category?: string;
                        /** @enum {string} */
                        channel?: "web" | "app" | "widget" | "hotline" | "zalo" | "sms" | "email" | "open311" | "csv";
                        /** @enum {string} */
                        priority?: "normal" | "high";
                        acceptHours?: number;
                        assignHours?: number;
                        handleDays?: number;
                        handleHours?: number;
                        answerDays?: number;
                        answerHours?: number;
                        coordinateDays?: number;
                        coordinateHours?: number;
                        /** Format: date */
                        validFrom: string;
                    }[];
                    ladder: {
                        /**
                         * @description $agency, $parent, $chairman, hoặc một đơn vị / or an agency
                         * @example $parent
                         */
                        told: string;
                        afterHours: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Quy định mới / the new state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limits"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.reports.code": {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag của lần đọc trước / of the read before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Phản ánh / the report */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.inbox": {
        parameters: {
            query?: {
                status?: components["schemas"]["ReportState"];
                category?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Một trang / a page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @example HUE-26-0000123 */
                            code: string;
                            /** @example road-damage */
                            category: string;
                            /** @example 19789 */
                            commune: string;
                            lat: number;
                            lon: number;
                            address: string | null;
                            text: string;
                            status: components["schemas"]["ReportState"];
                            /** @example so-xay-dung */
                            agency: string;
                            /**
                             * Format: date-time
                             * @example 2026-11-22T19:05:00+07:00
                             */
                            submittedAt: string;
                            /**
                             * Format: date-time
                             * @example 2026-11-22T19:05:00+07:00
                             */
                            dueAt: string;
                            answeredAt: string | null;
                            /** @description Số ảnh / how many pictures */
                            photos: number;
                            rating: components["schemas"]["Rating"] | null;
                            acceptDueAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.inbox.code": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Phản ánh / the report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example HUE-26-0000123 */
                        code: string;
                        /** @example road-damage */
                        category: string;
                        /** @example 19789 */
                        commune: string;
                        lat: number;
                        lon: number;
                        address: string | null;
                        text: string;
                        status: components["schemas"]["ReportState"];
                        /** @example so-xay-dung */
                        agency: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T19:05:00+07:00
                         */
                        submittedAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T19:05:00+07:00
                         */
                        dueAt: string;
                        answeredAt: string | null;
                        rating: components["schemas"]["Rating"] | null;
                        answer: string | null;
                        /** @description Bước có thể làm tiếp / moves that are possible now */
                        next: ("accept" | "reject" | "withdraw" | "assign" | "refuse" | "start" | "answer" | "close" | "reopen" | "review" | "merge" | "unmerge")[];
                        similar: {
                            /** @example HUE-26-0000123 */
                            code: string;
                            status: components["schemas"]["ReportState"];
                            /** @description Null: một trong hai chỉ nêu xã, phường / one of the two names a commune only */
                            metres: number | null;
                            /** @description 0 đến 1 / 0 to 1 */
                            likeness: number | null;
                            /** @description Số người cùng báo thêm / how many more people said the same */
                            voices: number;
                        }[];
                        /** @description Số người cùng báo thêm / how many more people said the same */
                        voices: number;
                        mergedInto: string | null;
                        /** @description Đã gộp vào đây / merged into this one */
                        mergedHere: string[];
                        /** @description Điều người cùng báo nói thêm, đã che / what they added, masked */
                        voiceRemarks: {
                            /**
                             * Format: date-time
                             * @example 2026-11-22T19:05:00+07:00
                             */
                            at: string;
                            text: string;
                        }[];
                        timeline: components["schemas"]["StaffEvent"][];
                        pictures: string[];
                        /** @description Từng ảnh với nơi chụp, giờ chụp ghi trong ảnh lúc nhận; chỉ cán bộ thấy / each picture, with what it said of itself */
                        evidence: {
                            /** Format: uuid */
                            picture: string;
                            after: boolean;
                            /** @description Kèm lời hứa gia hạn / came with an extension */
                            extension: boolean;
                            url: string;
                            takenAt: string | null;
                            lat: number | null;
                            lon: number | null;
                            /** @description Cách nơi xảy ra / from the place of the problem */
                            metres: number | null;
                            flags: ("far" | "other-province" | "other-commune" | "old" | "future")[];
                        }[];
                        /** @description Vì sao ảnh sau xử lý không chụp gần đó / why no after-photo was taken near */
                        afterPhotoNote: string | null;
                        /** @description staff-only: máy chủ không có ffmpeg nên chưa gỡ được dữ liệu ẩn, chỉ cán bộ xem / not cleaned here, for staff alone */
                        video: {
                            /** @enum {string} */
                            state: "arriving" | "arrived" | "ready" | "staff-only" | "withheld" | "refused";
                            bytes: number;
                            url: string | null;
                            poster: string | null;
                        } | null;
                        redactions: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            what: "text" | "address" | "timeline" | "picture";
                            picture: string | null;
                            /**
                             * Format: date-time
                             * @example 2026-11-22T19:05:00+07:00
                             */
                            at: string;
                        }[];
                        /** @description Trả lời, lý do trong diễn biến mà ai cũng đọc được; che được từng đoạn / answers and reasons that everybody reads in the timeline, and that can be hidden */
                        published: {
                            event: number;
                            /** @enum {string} */
                            type: "report.submitted" | "report.accepted" | "report.rejected" | "report.withdrawn" | "report.assigned" | "report.started" | "report.answered" | "report.closed" | "report.rated" | "report.joined" | "report.merged" | "report.absorbed" | "report.unmerged" | "report.released" | "report.reopened" | "report.supplemented" | "report.disputed" | "report.upheld" | "report.reclassified" | "report.paused" | "report.resumed" | "report.extended" | "report.ordered" | "order.completed" | "report.refused" | "report.commented";
                            /**
                             * Format: date-time
                             * @example 2026-11-22T19:05:00+07:00
                             */
                            at: string;
                            text: string;
                        }[];
                        /** @description Trả lời câu hỏi của lĩnh vực, đã che / answers to the questions of the category, masked */
                        answers: {
                            code: string;
                            question: components["schemas"]["Text"];
                            answer: string;
                        }[];
                        /** @description Ảnh ở nơi khác, hệ thống không tải về / pictures elsewhere, never fetched */
                        mediaUrls: string[];
                        /** @description Xã, phường gần nhất, chưa có ranh giới / only the nearest commune, not told by boundaries */
                        communeApproximate: boolean;
                        /** @description Số lần bị từ chối / how often agencies refused it */
                        refusals: number;
                        /** @description Đơn vị phối hợp, cả khi mới dự kiến / coordinating agencies, also while only proposed */
                        coordinating: string[];
                        /** @description Phần của đơn vị phối hợp; text null là còn thiếu / parts of coordinating agencies; null is missing */
                        parts: components["schemas"]["Contribution"][];
                    };
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.accept": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Trạng thái mới / the new state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedReport"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.reject": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Trạng thái mới / the new state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedReport"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    followUp?: string;
                };
            };
        };
        responses: {
            /** @description Trạng thái mới / the new state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedReport"];
                };
            };
            400: components["responses"]["Unreadable"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.assign": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agency?: string;
                    /** @description Đơn vị phối hợp; mặc định như hiện có / coordinating agencies; by default as they are */
                    coordinating?: string[];
                };
            };
        };
        responses: {
            /** @description Trạng thái mới / the new state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedReport"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.start": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Trạng thái mới / the new state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedReport"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.answer": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answer: string;
                    /** @default [] */
                    photos?: string[];
                    photoNote?: string;
                };
            };
        };
        responses: {
            /** @description Trạng thái mới / the new state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedReport"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.close": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Trạng thái mới / the new state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedReport"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Theo thứ tự, với số phiên bản để lưu lại / in order, with the version to save it again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Routing"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.put.routing": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRouting"];
            };
        };
        responses: {
            /** @description Bảng mới; phản ánh đang xử lý giữ nguyên thời hạn / the new list; reports under way keep their deadlines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Routing"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.routing.replay": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoutingReplay"];
            };
        };
        responses: {
            /** @description Phản ánh nào sẽ đến nơi khác / what would have gone elsewhere */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedRouting"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.refuse": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Công khai / shown to everybody */
                    reason: string;
                    /** @example so-xay-dung */
                    proposed: string;
                };
            };
        };
        responses: {
            /** @description Đơn vị nhận: lần đầu là đơn vị được đề xuất, lần thứ hai là đơn vị điều phối / the new owner: the proposed one the first time, the dispatcher the second */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example HUE-26-0000123 */
                        code: string;
                        status: components["schemas"]["ReportState"];
                        agency: string;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.contribute": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Đơn vị chủ trì đọc và ghép vào một trả lời / the lead reads it and merges it into the one answer */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Đã ghi; gửi lại thì thay phần trước / kept; sent again it replaces the former */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example HUE-26-0000123 */
                        code: string;
                        agency: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T19:05:00+07:00
                         */
                        givenAt: string;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.contributions": {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Danh sách / the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @example HUE-26-0000123 */
                            code: string;
                            category: string;
                            commune: string;
                            status: components["schemas"]["ReportState"];
                            /** @description Đơn vị chủ trì / the lead agency */
                            lead: string;
                            /** @description Đơn vị phối hợp / the coordinating agency */
                            agency: string;
                            /**
                             * Format: date-time
                             * @example 2026-11-22T19:05:00+07:00
                             */
                            askedAt: string;
                            /**
                             * Format: date-time
                             * @example 2026-11-22T19:05:00+07:00
                             */
                            dueAt: string;
                        }[];
                    };
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.follow": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    followUp?: string;
                };
            };
        };
        responses: {
            /** @description Phản ánh / the report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedReport"];
                };
            };
            400: components["responses"]["Unreadable"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.add": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    followUp?: string;
                    text?: string;
                    /** @default [] */
                    photos?: string[];
                };
            };
        };
        responses: {
            /** @description Đã bổ sung; trạng thái giữ nguyên / added, the state stays */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedReport"];
                };
            };
            400: components["responses"]["Unreadable"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.rate": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    followUp?: string;
                    rating: components["schemas"]["Rating"];
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description Đánh giá đã ghi / the rating */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example HUE-26-0000123 */
                        code: string;
                        rating: components["schemas"]["Rating"];
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.reopen": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    followUp?: string;
                    reason: string;
                    /** @default [] */
                    photos?: string[];
                };
            };
        };
        responses: {
            /** @description Trạng thái mới / the new state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedReport"];
                };
            };
            400: components["responses"]["Unreadable"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.dispute": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    followUp?: string;
                    reason: string;
                    /** @default [] */
                    photos?: string[];
                };
            };
        };
        responses: {
            /** @description Đã chuyển cấp trên; trạng thái giữ nguyên / passed on, the state stays */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedReport"];
                };
            };
            400: components["responses"]["Unreadable"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.decide": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "reopen" | "uphold";
                    reason: string;
                    agency?: string;
                };
            };
        };
        responses: {
            /** @description Trạng thái / the state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedReport"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.inbox.code.reactions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Theo thứ tự thời gian / in the order of time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reactions"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.send-code": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email?: string;
                    phone?: string;
                };
            };
        };
        responses: {
            /** @description Nếu khớp, thư đang được gửi / if it is the one that was left, it is on its way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        asked: true;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.subscriptions": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSubscription"];
            };
        };
        responses: {
            /** @description active: đã đăng ký; confirm: đã gửi thư xác nhận, có hiệu lực một ngày / subscribed, or a letter to confirm within a day is on its way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "active" | "confirm";
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.subscriptions.confirm": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Đã xác nhận / confirmed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "active";
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.subscriptions.mine": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token?: string;
                };
            };
        };
        responses: {
            /** @description Mới nhất trước / newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Subscription"][];
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.subscriptions.end": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token?: string;
                    /** Format: uuid */
                    id?: string;
                };
            };
        };
        responses: {
            /** @description Đã ngừng / ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        ended: true;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.reporter": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    purpose: string;
                };
            };
        };
        responses: {
            /** @description Thông tin liên hệ, nếu có / contact details, if any */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string | null;
                        phone: string | null;
                        email: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.original": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    purpose: string;
                };
            };
        };
        responses: {
            /** @description Nguyên văn, và bản gốc của ảnh đã che / the original text, and the originals of redacted pictures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        text: string;
                        address: string | null;
                        /** @description Điều người gửi bổ sung, chưa che / what the reporter added, unmasked */
                        remarks: {
                            /** @enum {string} */
                            kind: "added" | "reopened" | "disputed";
                            text: string | null;
                            /** Format: date-time */
                            at: string;
                        }[];
                        /** @description Lời đã che trong diễn biến / hidden words of the timeline */
                        timeline: {
                            event: number;
                            text: string;
                        }[];
                        pictures: {
                            /** Format: uuid */
                            picture: string;
                            original: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.redactions.text": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Che trong nội dung, địa chỉ hay diễn biến / hide in the text, the address or the timeline
                     * @default text
                     * @enum {string}
                     */
                    of?: "text" | "address" | "timeline";
                    /** @description Của diễn biến: lời của sự kiện nào / of the timeline: the words of which event */
                    event?: number;
                    passages: components["schemas"]["TextPassage"][];
                };
            };
        };
        responses: {
            /** @description Phần ấy từ nay công chúng đọc thế nào / how the public reads it from now on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example HUE-26-0000123 */
                        code: string;
                        /** Format: uuid */
                        redaction: string;
                        text: string;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.redactions.picture": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    picture: string;
                    regions: components["schemas"]["PictureRegion"][];
                };
            };
        };
        responses: {
            /** @description Mã mới của ảnh đã che / the new id of the picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example HUE-26-0000123 */
                        code: string;
                        /** Format: uuid */
                        redaction: string;
                        /** Format: uuid */
                        picture: string;
                        url: string;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.redactions.redaction.undo": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
                redaction: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã bỏ che / undone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example HUE-26-0000123 */
                        code: string;
                        /** @enum {string} */
                        what: "text" | "address" | "timeline" | "picture";
                    };
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.reports.code.video": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    public: boolean;
                };
            };
        };
        responses: {
            /** @description Trạng thái video / the state of the video */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example HUE-26-0000123 */
                        code: string;
                        /** @enum {string} */
                        state: "ready" | "withheld";
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.figures": {
        parameters: {
            query?: {
                period?: string;
            };
            header?: {
                /** @description ETag của lần đọc trước / of the read before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Số liệu, chậm nhất một giây; số dưới 10 được giữ kín / figures, at most a second behind; counts under 10 are withheld */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        /** @description Có ngày trước 01/07/2025: địa giới cũ / days before 1 July 2025: old borders */
                        oldBorders: boolean;
                        /**
                         * @description running: kỳ chưa hết; settling: 30 ngày sau kỳ, còn thay đổi; final: đã chốt / not over; still moving for 30 days; standing
                         * @enum {string}
                         */
                        freshness: "running" | "settling" | "final";
                        /**
                         * Format: date-time
                         * @example 2026-11-22T19:05:00+07:00
                         */
                        computedAt: string;
                        total: components["schemas"]["Figures"];
                        metrics: components["schemas"]["PublishedMetric"][];
                        /** @description Nhiều phản ánh nhất trước / most reports first */
                        categories: components["schemas"]["CategoryFigures"][];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.figures.csv": {
        parameters: {
            query?: {
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV, UTF-8 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": Blob;
                };
            };
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.figures.xlsx": {
        parameters: {
            query?: {
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description XLSX */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                };
            };
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.figures.by.face": {
        parameters: {
            query?: {
                period?: string;
                from?: string;
                to?: string;
                agency?: string;
                category?: string;
                commune?: string;
            };
            header?: never;
            path: {
                face: "category" | "agency" | "commune";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tổng và từng dòng / the total and each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        total: {
                            submitted: number;
                            answered: number;
                            answeredOnTime: number;
                            closed: number;
                            reopened: number;
                            /** @description Số lần từ chối nhận / times it refused */
                            refused: number;
                            open: number;
                            late: number;
                            onTime: components["schemas"]["ShareOf"];
                            reopenedShare: components["schemas"]["ShareOf"];
                            satisfaction: components["schemas"]["ShareOf"];
                            coverage: components["schemas"]["ShareOf"];
                            overdueShare: components["schemas"]["ShareOf"];
                            bounced: components["schemas"]["ShareOf"];
                            extended: components["schemas"]["ShareOf"];
                            backlogDays: number | null;
                            closeMedian: components["schemas"]["Hours"];
                            closeP90: components["schemas"]["Hours"];
                        };
                        rows: components["schemas"]["FaceFigures"][];
                    };
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.figures.digest": {
        parameters: {
            query?: {
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Số liệu của ngày; tồn đọng tính đến cuối ngày đó / open and late at its end */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DailyDigest"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.figures.corrections": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example 2026-07 */
                    period: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Những chỉ số đã đổi / the metrics that are different now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        period: string;
                        metrics: ("fr.volume" | "fr.accept_rate" | "fr.t_accept_med" | "fr.t_assign_med" | "fr.t_close_med" | "fr.t_close_p90" | "fr.ontime_766" | "fr.overdue_open" | "fr.extend_rate" | "fr.bounce_rate" | "fr.reopen_rate" | "fr.sat_hue" | "fr.sat_766" | "fr.rating_cov" | "fr.public_rate" | "fr.media_rate" | "fr.geo_cov" | "fr.backlog_days" | "fr.dup_rate" | "fr.ai_accept")[];
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.hot-spots": {
        parameters: {
            query?: {
                category?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nhiều phản ánh nhất trước / most reports first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HotSpot"][];
                    };
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.inbox.csv": {
        parameters: {
            query?: {
                status?: components["schemas"]["ReportState"];
                category?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV, UTF-8 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": Blob;
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.inbox.xlsx": {
        parameters: {
            query?: {
                status?: components["schemas"]["ReportState"];
                category?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description XLSX */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.suggest": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextToSuggestFor"];
            };
        };
        responses: {
            /** @description Rỗng khi không đủ chắc / null where it is not sure enough */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategorySuggestion"];
                };
            };
            400: components["responses"]["Unreadable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.post.inbox.suggest": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    category?: string;
                    commune?: string;
                    lat?: number;
                    lon?: number;
                };
            };
        };
        responses: {
            /** @description Rỗng khi không đủ chắc / null where it is not sure enough */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.inbox.code.suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Chắc nhất trước / the surest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StoredSuggestion"][];
                    };
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.suggestions.figures": {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Số liệu / figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        inUse: components["schemas"]["TrainedModel"] | null;
                        lastNight: components["schemas"]["TrainedModel"] | null;
                        fates: {
                            /** @enum {string} */
                            kind: "category" | "agency" | "urgency" | "duplicate";
                            made: number;
                            shown: number;
                            confirmed: number;
                            changed: number;
                            ignored: number;
                        }[];
                        used: {
                            category: components["schemas"]["SuggestionAccuracy"];
                            agency: components["schemas"]["SuggestionAccuracy"];
                        };
                    };
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.layers.reports": {
        parameters: {
            query?: {
                bbox?: string;
            };
            header?: {
                /** @description ETag của lần đọc trước / of the read before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description GeoJSON */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayerFeatures"];
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.layers.hot-spots": {
        parameters: {
            query?: {
                bbox?: string;
            };
            header?: {
                /** @description ETag của lần đọc trước / of the read before */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description GeoJSON */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayerFeatures"];
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "field-reports.get.layers.hot-spots-for-staff": {
        parameters: {
            query?: {
                bbox?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description GeoJSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LayerFeatures"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
}
