// Viết bởi / written by `npm run generate`: ../core/openapi.json

export interface paths {
    "/api/core/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tôi là ai, làm việc ở đâu
         * @description Who I am and where I work
         */
        get: operations["core.get.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/communes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Xã, phường, đặc khu của tỉnh
         * @description Communes of the province
         */
        get: operations["core.get.communes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Đơn vị xử lý
         * @description Agencies
         */
        get: operations["core.get.agencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Thông báo của đơn vị tôi
         * @description My agency's notices. Permission: `notice:read`.
         */
        get: operations["core.get.notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/modules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các phân hệ và trạng thái của chúng
         * @description Modules and their state. Permission: `module:manage`.
         */
        get: operations["core.get.modules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/modules/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bật phân hệ
         * @description Switch a module on. Permission: `module:manage`.
         */
        post: operations["core.post.modules.id.enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/modules/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tắt phân hệ
         * @description Switch a module off. Permission: `module:manage`.
         */
        post: operations["core.post.modules.id.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/modules/{id}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Cài đặt phân hệ
         * @description Set up a module. Permission: `module:manage`.
         */
        put: operations["core.put.modules.id.settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các khóa API còn hiệu lực
         * @description API keys in force. Permission: `key:manage`.
         */
        get: operations["core.get.keys"];
        put?: never;
        /**
         * Tạo khóa API; khóa chỉ hiện một lần
         * @description Make an API key, shown once. Permission: `key:manage`.
         */
        post: operations["core.post.keys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Thu hồi khóa API
         * @description Revoke an API key. Permission: `key:manage`.
         */
        delete: operations["core.delete.keys.id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/tasks/dead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Việc nền đã dừng sau lần thử cuối
         * @description Tasks that died after their last attempt. Permission: `task:manage`.
         */
        get: operations["core.get.tasks.dead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/tasks/{id}/revive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Chạy lại một việc đã dừng
         * @description Run a dead task again. Permission: `task:manage`.
         */
        post: operations["core.post.tasks.id.revive"];
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
        Commune: {
            /** @example 19789 */
            code: string;
            name: string;
            /** @enum {string} */
            type: "phuong" | "xa" | "dac_khu";
            lat: number;
            lon: number;
        };
        Agency: {
            /** @example so-xay-dung */
            id: string;
            name: components["schemas"]["Text"];
            /** @example department */
            kind: string;
            commune: string | null;
        };
        Text: {
            vi: string;
            en?: string;
        };
        Notice: {
            id: number;
            title: components["schemas"]["Text"];
            link: string;
            /**
             * Format: date-time
             * @example 2026-11-22T12:05:00.000Z
             */
            at: string;
        };
        Module: {
            /** @example field-reports */
            id: string;
            title: components["schemas"]["Text"];
            summary: components["schemas"]["Text"];
            /** @enum {string} */
            state: "off" | "migrating" | "on" | "failed" | "suspended" | "unavailable";
            /** @description Vì sao không chạy / why it does not run */
            reason: string | null;
            /** @description Theo / as in settingsSchema */
            settings: {
                [key: string]: unknown;
            };
            /** @description JSON Schema */
            settingsSchema: {
                [key: string]: unknown;
            };
        };
        ApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            scopes: string[];
            /**
             * Format: date-time
             * @example 2026-11-22T12:05:00.000Z
             */
            createdAt: string;
        };
        DeadTask: {
            id: number;
            plugin: string;
            job: string;
            attempts: number;
            error: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T12:05:00.000Z
             */
            createdAt: string;
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
export type Commune = components['schemas']['Commune'];
export type Agency = components['schemas']['Agency'];
export type Text = components['schemas']['Text'];
export type Notice = components['schemas']['Notice'];
export type Module = components['schemas']['Module'];
export type ApiKey = components['schemas']['ApiKey'];
export type DeadTask = components['schemas']['DeadTask'];
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
    "core.get.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Người gọi / the caller */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "account" | "key";
                        agency: string | null;
                        communes: string[];
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
    "core.get.communes": {
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
            /** @description Danh sách / the list */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Commune"][];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "core.get.agencies": {
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
            /** @description Danh sách / the list */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Agency"][];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "core.get.notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mới nhất trước / newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notice"][];
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
    "core.get.modules": {
        parameters: {
            query?: never;
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
                        items: components["schemas"]["Module"][];
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
    "core.post.modules.id.enable": {
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
            /** @description Phân hệ / the module */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Module"];
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
    "core.post.modules.id.disable": {
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
            /** @description Phân hệ / the module */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Module"];
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
    "core.put.modules.id.settings": {
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
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Phân hệ / the module */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Module"];
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
    "core.get.keys": {
        parameters: {
            query?: never;
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
                        items: components["schemas"]["ApiKey"][];
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
    "core.post.keys": {
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
                    name: string;
                    scopes: string[];
                };
            };
        };
        responses: {
            /** @description Khóa mới / the new key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        scopes: string[];
                        /**
                         * Format: date-time
                         * @example 2026-11-22T12:05:00.000Z
                         */
                        createdAt: string;
                        key: string;
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
    "core.delete.keys.id": {
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
            /** @description Đã thu hồi / revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    "core.get.tasks.dead": {
        parameters: {
            query?: never;
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
                        items: components["schemas"]["DeadTask"][];
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
    "core.post.tasks.id.revive": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sẽ chạy lại / will run again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
