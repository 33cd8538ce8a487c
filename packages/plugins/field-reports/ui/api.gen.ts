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
         * Người gửi xem phản ánh của mình, kể cả khi không công khai
         * @description The reporter sees their report, public or not
         */
        post: operations["field-reports.post.reports.code.follow"];
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
         * Người gửi đánh giá: hài lòng, chấp nhận, không hài lòng
         * @description The reporter rates: satisfied, accepted, dissatisfied
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
         * Người gửi mở lại phản ánh chưa được xử lý xong
         * @description The reporter reopens a report that was not solved
         */
        post: operations["field-reports.post.reports.code.reopen"];
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
         * Một phản ánh như cán bộ thấy: nguyên văn, không có danh tính người gửi
         * @description A report as staff see it: the original text, not the reporter. Permission: `report:read`.
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
    "/api/field-reports/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Số liệu theo lĩnh vực; mặc định 365 ngày qua
         * @description Figures by category; by default of the last 365 days
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
            /** @enum {string} */
            flow: "time-bound" | "immediate";
        };
        Text: {
            vi: string;
            en?: string;
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
            channel?: "web" | "app" | "hotline" | "zalo";
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
        /** @enum {string} */
        ReportState: "submitted" | "accepted" | "assigned" | "in-progress" | "answered" | "closed" | "rejected" | "merged" | "reopened" | "withdrawn";
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
            /** @description Đơn vị phối hợp / coordinating agencies */
            coordinating: string[];
            timeline: components["schemas"]["PublicEvent"][];
            pictures: {
                after: boolean;
                url: string;
                thumbnail: string;
            }[];
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
            };
        };
        MovedReport: {
            /** @example HUE-26-0000123 */
            code: string;
            status: components["schemas"]["ReportState"];
        };
        StaffEvent: components["schemas"]["PublicEvent"] | {
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
        Figures: {
            submitted: number;
            accepted: number;
            rejected: number;
            answered: number;
            answeredOnTime: number;
            closed: number;
            reopened: number;
            rated: number;
            satisfied: number;
            acceptedRating: number;
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
export type NewReport = components['schemas']['NewReport'];
export type SubmittedReport = components['schemas']['SubmittedReport'];
export type ReportState = components['schemas']['ReportState'];
export type ListedReport = components['schemas']['ListedReport'];
export type Rating = components['schemas']['Rating'];
export type Report = components['schemas']['Report'];
export type PublicEvent = components['schemas']['PublicEvent'];
export type MovedReport = components['schemas']['MovedReport'];
export type StaffEvent = components['schemas']['StaffEvent'];
export type Figures = components['schemas']['Figures'];
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
                status?: components["schemas"]["ReportState"];
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
                    "application/json": components["schemas"]["Report"];
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
                        next: ("accept" | "reject" | "withdraw" | "assign" | "start" | "answer" | "close" | "reopen")[];
                        similar: {
                            /** @example HUE-26-0000123 */
                            code: string;
                            metres: number;
                        }[];
                        timeline: components["schemas"]["StaffEvent"][];
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
    "field-reports.get.figures": {
        parameters: {
            query?: {
                from?: string;
                to?: string;
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
            /** @description Số liệu, chậm nhất một giây / figures, at most a second behind */
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
                        total: components["schemas"]["Figures"];
                        categories: {
                            submitted: number;
                            accepted: number;
                            rejected: number;
                            answered: number;
                            answeredOnTime: number;
                            closed: number;
                            reopened: number;
                            rated: number;
                            satisfied: number;
                            acceptedRating: number;
                            category: string;
                        }[];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
}
