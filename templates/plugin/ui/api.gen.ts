// Viết bởi / written by `npm run generate`: openapi.json

export interface paths {
    "/api/flood-marks/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các vết lũ, mới nhất trước
         * @description The flood marks, the newest first
         */
        get: operations["flood-marks.get.marks"];
        put?: never;
        /**
         * Ghi một vết lũ
         * @description Record a flood mark
         */
        post: operations["flood-marks.post.marks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flood-marks/marks/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Xác nhận một vết lũ
         * @description Confirm a flood mark. Permission: `mark:confirm`.
         */
        post: operations["flood-marks.post.marks.id.confirm"];
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
        NewFloodMark: {
            /** @example 16.4637 */
            lat: number;
            /** @example 107.5909 */
            lon: number;
            /**
             * @description Mực nước trên mặt đường / water above the road, cm
             * @example 120
             */
            depthCm: number;
            /**
             * Format: date
             * @description Ngày thấy / the day it was seen
             * @example 2026-10-15
             */
            seenOn: string;
        };
        FloodMark: {
            /** Format: uuid */
            id: string;
            /** @description Tên xã, phường / name of the commune */
            commune: string;
            /** @example 16.4637 */
            lat: number;
            /** @example 107.5909 */
            lon: number;
            /**
             * @description Mực nước trên mặt đường / water above the road, cm
             * @example 120
             */
            depthCm: number;
            /**
             * Format: date
             * @description Ngày thấy / the day it was seen
             * @example 2026-10-15
             */
            seenOn: string;
            confirmed: boolean;
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
export type NewFloodMark = components['schemas']['NewFloodMark'];
export type FloodMark = components['schemas']['FloodMark'];
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
    "flood-marks.get.marks": {
        parameters: {
            query?: {
                confirmed?: "true" | "false";
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
            /** @description Một trang / a page */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FloodMark"][];
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
    "flood-marks.post.marks": {
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
                "application/json": components["schemas"]["NewFloodMark"];
            };
        };
        responses: {
            /** @description Đã ghi, chờ xác nhận / recorded, to be confirmed */
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
    "flood-marks.post.marks.id.confirm": {
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
            /** @description Đã xác nhận / confirmed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @constant */
                        confirmed: true;
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
}
