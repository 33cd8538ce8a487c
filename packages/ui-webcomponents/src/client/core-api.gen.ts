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
    "/api/core/boundaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ranh giới xã, phường đang có hiệu lực
         * @description The boundaries of communes in force
         */
        get: operations["core.get.boundaries"];
        /**
         * Kiểm tra, rồi lưu ranh giới xã, phường (GeoJSON)
         * @description Check, then save the boundaries of communes (GeoJSON). Permission: `boundary:manage`.
         */
        put: operations["core.put.boundaries"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/boundaries/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các phiên bản ranh giới đã lưu
         * @description The versions of the boundaries. Permission: `boundary:manage`.
         */
        get: operations["core.get.boundaries.versions"];
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
         * Bật phân hệ, kể cả khi hệ thống đã tạm ngừng nó
         * @description Switch a module on, also after the platform suspended it. Permission: `module:manage`.
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
         * Tắt phân hệ, kể cả khi không nạp được nó
         * @description Switch a module off, also one that cannot be loaded. Permission: `module:manage`.
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
    "/api/core/layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các lớp bản đồ mà người gọi được xem
         * @description Map layers that the caller may see
         */
        get: operations["core.get.layers"];
        put?: never;
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
    "/api/core/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cán bộ có tài khoản
         * @description Staff accounts. Permission: `account:manage`.
         */
        get: operations["core.get.members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/members/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Đổi vai trò, đơn vị, địa bàn của tài khoản
         * @description Change roles, agency and communes of an account. Permission: `account:manage`.
         */
        put: operations["core.put.members.account"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/members/{account}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Khóa tài khoản, kết thúc mọi phiên
         * @description Disable an account and end its sessions. Permission: `account:manage`.
         */
        post: operations["core.post.members.account.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/members/{account}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mở lại tài khoản
         * @description Enable an account again. Permission: `account:manage`.
         */
        post: operations["core.post.members.account.enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/members/{account}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kết thúc mọi phiên của tài khoản
         * @description End all sessions of an account. Permission: `account:manage`.
         */
        post: operations["core.post.members.account.sign-out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/members/{account}/remove-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bỏ xác thực bước hai khi người dùng mất thiết bị
         * @description Take away the second factor of somebody who lost their device. Permission: `account:manage`.
         */
        post: operations["core.post.members.account.remove-second-factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lời mời chưa nhận
         * @description Open invitations. Permission: `account:manage`.
         */
        get: operations["core.get.invitations"];
        put?: never;
        /**
         * Mời cán bộ; liên kết đến trong thư
         * @description Invite somebody; the link comes by mail. Permission: `account:manage`.
         */
        post: operations["core.post.invitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/invitations/{id}": {
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
         * Thu hồi lời mời
         * @description Withdraw an invitation. Permission: `account:manage`.
         */
        delete: operations["core.delete.invitations.id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các vai trò và quyền của chúng
         * @description Roles and what they may do. Permission: `role:manage`.
         */
        get: operations["core.get.roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Tạo hoặc đổi vai trò
         * @description Make or change a role. Permission: `role:manage`.
         */
        put: operations["core.put.roles.id"];
        post?: never;
        /**
         * Xóa vai trò không còn ai giữ
         * @description Delete a role that nobody has. Permission: `role:manage`.
         */
        delete: operations["core.delete.roles.id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/access-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Quy định truy cập
         * @description Access policy. Permission: `sign-in:manage`.
         */
        get: operations["core.get.access-policy"];
        /**
         * Đổi quy định truy cập
         * @description Change the access policy. Permission: `sign-in:manage`.
         */
        put: operations["core.put.access-policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/sign-in-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Nơi xác thực đã cài đặt
         * @description Sign-in providers as they are set up. Permission: `sign-in:manage`.
         */
        get: operations["core.get.sign-in-providers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/sign-in-providers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Cài đặt nơi xác thực (OpenID Connect)
         * @description Set up a sign-in provider (OpenID Connect). Permission: `sign-in:manage`.
         */
        put: operations["core.put.sign-in-providers.id"];
        post?: never;
        /**
         * Bỏ nơi xác thực; tài khoản được giữ
         * @description Remove a sign-in provider; accounts stay. Permission: `sign-in:manage`.
         */
        delete: operations["core.delete.sign-in-providers.id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/operator-visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các lượt vào của đơn vị vận hành nền tảng
         * @description Visits of operators of the platform. Permission: `audit:read`.
         */
        get: operations["core.get.operator-visits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/operator-visits/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kết thúc ngay lượt vào của đơn vị vận hành
         * @description Send an operator of the platform away. Permission: `account:manage`.
         */
        post: operations["core.post.operator-visits.id.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/embed-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các khóa nhúng còn hiệu lực
         * @description Embed keys in force. Permission: `embed:manage`.
         */
        get: operations["core.get.embed-keys"];
        put?: never;
        /**
         * Tạo khóa nhúng cho trang web khác
         * @description Make an embed key for other websites. Permission: `embed:manage`.
         */
        post: operations["core.post.embed-keys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/embed-keys/{key}/origins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Đổi các trang web được dùng khóa
         * @description Change the websites that a key is for. Permission: `embed:manage`.
         */
        put: operations["core.put.embed-keys.key.origins"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/embed-keys/{key}": {
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
         * Thu hồi khóa nhúng
         * @description Revoke an embed key. Permission: `embed:manage`.
         */
        delete: operations["core.delete.embed-keys.key"];
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
    "/api/core/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các webhook của tỉnh
         * @description The province's webhooks. Permission: `webhook:manage`.
         */
        get: operations["core.get.webhooks"];
        put?: never;
        /**
         * Gửi sự kiện đến một địa chỉ bên ngoài; khóa ký hiện trong câu trả lời
         * @description Send events to an address outside; the answer holds the signing secret. Permission: `webhook:manage`.
         */
        post: operations["core.post.webhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/webhooks/{id}": {
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
         * Xóa webhook cùng những gì còn chờ gửi
         * @description Delete a webhook with all that waits to be sent. Permission: `webhook:manage`.
         */
        delete: operations["core.delete.webhooks.id"];
        options?: never;
        head?: never;
        /**
         * Sửa, bật hoặc tắt webhook; muốn đổi địa chỉ thì tạo webhook mới
         * @description Change or switch a webhook; for another address make another webhook. Permission: `webhook:manage`.
         */
        patch: operations["core.patch.webhooks.id"];
        trace?: never;
    };
    "/api/core/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Đổi khóa ký; trong 24 giờ mọi thông điệp mang chữ ký của cả hai khóa
         * @description Change the signing secret; for 24 hours messages carry signatures of both. Permission: `webhook:manage`.
         */
        post: operations["core.post.webhooks.id.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/webhooks/{id}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gửi thử một thông điệp ngay bây giờ
         * @description Send a trial message now. Permission: `webhook:manage`.
         */
        post: operations["core.post.webhooks.id.ping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Những gì đã và sẽ gửi đến webhook, mới nhất trước
         * @description What was and will be sent to the webhook, newest first. Permission: `webhook:manage`.
         */
        get: operations["core.get.webhooks.id.deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/webhooks/{id}/deliveries/{delivery}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gửi lại một thông điệp, cùng mã
         * @description Send a message again, under its id. Permission: `webhook:manage`.
         */
        post: operations["core.post.webhooks.id.deliveries.delivery.resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/webhooks/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gửi lại mọi sự kiện từ một lúc, kể cả khi webhook đang tắt lúc ấy
         * @description Send again all that happened since, also while the webhook was off. Permission: `webhook:manage`.
         */
        post: operations["core.post.webhooks.id.resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Nhật ký kiểm toán
         * @description The audit log. Permission: `audit:read`.
         */
        get: operations["core.get.audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/modules/{id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Thông tin bí mật mà phân hệ cần, không kèm giá trị
         * @description The secrets that a module needs, without their values. Permission: `module:manage`.
         */
        get: operations["core.get.modules.id.secrets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/modules/{id}/secrets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Đặt một thông tin bí mật
         * @description Set a secret. Permission: `module:manage`.
         */
        put: operations["core.put.modules.id.secrets.name"];
        post?: never;
        /**
         * Bỏ một thông tin bí mật
         * @description Take a secret away. Permission: `module:manage`.
         */
        delete: operations["core.delete.modules.id.secrets.name"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/personal-data/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sổ dữ liệu cá nhân
         * @description The register of personal data. Permission: `privacy:manage`.
         */
        get: operations["core.get.personal-data.register"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/personal-data/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Yêu cầu về dữ liệu cá nhân, mới nhất trước
         * @description Requests about personal data, the newest first. Permission: `privacy:manage`.
         */
        get: operations["core.get.personal-data.requests"];
        put?: never;
        /**
         * Ghi nhận yêu cầu trích xuất hoặc xóa dữ liệu của một tài khoản
         * @description Take a request to export or erase an account's data. Permission: `privacy:manage`.
         */
        post: operations["core.post.personal-data.requests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/personal-data/requests/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trích xuất dữ liệu theo yêu cầu
         * @description Export what a request asks for. Permission: `privacy:manage`.
         */
        post: operations["core.post.personal-data.requests.id.export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/personal-data/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Thời hạn lưu dữ liệu
         * @description Retention periods. Permission: `privacy:manage`.
         */
        get: operations["core.get.personal-data.retention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/personal-data/retention/{module}/{rule}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Đặt thời hạn lưu một loại dữ liệu
         * @description Set how long a kind of data is kept. Permission: `privacy:manage`.
         */
        put: operations["core.put.personal-data.retention.module.rule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các kênh gửi tin của tỉnh
         * @description The channels by which the province tells people. Permission: `channel:manage`.
         */
        get: operations["core.get.channels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/channels/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Cài đặt một kênh
         * @description Set up a channel. Permission: `channel:manage`.
         */
        put: operations["core.put.channels.channel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/channels/{channel}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gửi thử cho chính mình ngay bây giờ
         * @description Send a trial message to oneself now. Permission: `channel:manage`.
         */
        post: operations["core.post.channels.channel.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tin gửi cho người dân và cán bộ, mới nhất trước
         * @description What was sent to people, newest first. Permission: `channel:manage`.
         */
        get: operations["core.get.messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/messages/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gửi lại một tin đã thử hết số lần
         * @description Send a message again that was tried in vain. Permission: `channel:manage`.
         */
        post: operations["core.post.messages.id.resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tôi muốn được báo tin gì, khi nào, qua đâu
         * @description What I want to be told, when and how
         */
        get: operations["core.get.me.preferences"];
        /**
         * Chọn tin muốn nhận; điều không nêu giữ nguyên
         * @description Choose what to be told; what is left out stays
         */
        put: operations["core.put.me.preferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/me/push-subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Trình duyệt của tôi nhận tin đẩy, và khóa để đăng ký thêm
         * @description My browsers that take push messages, and the key to add one
         */
        get: operations["core.get.me.push-subscriptions"];
        put?: never;
        /**
         * Nhận tin đẩy ở trình duyệt này; giữ 10 trình duyệt mới nhất
         * @description Take push messages in this browser; the newest 10 stay
         */
        post: operations["core.post.me.push-subscriptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/me/push-subscriptions/{id}": {
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
         * Ngừng nhận tin đẩy ở một trình duyệt
         * @description No more push messages in a browser
         */
        delete: operations["core.delete.me.push-subscriptions.id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/core/receipts/{driver}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nhà cung cấp báo tin đã đến hay chưa
         * @description A provider reports whether messages arrived
         */
        post: operations["core.post.receipts.driver"];
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
        CheckedBoundaries: {
            /** @description Gửi lại khi lưu / to be sent along when saving */
            checked: string;
            /** @description null khi chỉ kiểm tra / null for a check */
            version: number | null;
            communes: number;
            points: number;
            areaKm2: number;
            /** @description Phải sửa trước khi lưu / to be mended before it can be saved */
            faults: components["schemas"]["BoundaryFinding"][];
            /** @description Khoảng trống, chồng lấn, xã còn thiếu / gaps, overlaps, communes that are missing */
            warnings: components["schemas"]["BoundaryFinding"][];
        };
        BoundaryFinding: {
            /** @enum {string} */
            kind: "unreadable" | "too-many-points" | "projection" | "outside" | "no-code" | "unknown-commune" | "twice" | "not-a-polygon" | "unclosed" | "too-few-points" | "self-crossing" | "missing-commune" | "overlap" | "gap" | "not-measured";
            message: components["schemas"]["Text"];
            /** @description Mã xã, phường liên quan / codes of the communes concerned */
            communes: string[];
            areaKm2: number | null;
            /** @description Kinh độ, vĩ độ: nơi cần xem / longitude, latitude: where to look */
            at: number[] | null;
        };
        CommuneBoundaries: {
            /** @constant */
            type: "FeatureCollection";
            features: {
                /** @constant */
                type: "Feature";
                properties: {
                    code: string;
                    name: string;
                    type: string;
                };
                geometry: {
                    /** @constant */
                    type: "MultiPolygon";
                    coordinates: number[][][][];
                };
            }[];
        };
        BoundaryVersion: {
            id: number;
            /**
             * Format: date
             * @example 2026-12-01
             */
            validFrom: string;
            source: string;
            /**
             * Format: date-time
             * @example 2026-11-22T12:05:00.000Z
             */
            savedAt: string;
            communes: number;
            warnings: components["schemas"]["BoundaryFinding"][];
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
        Layer: {
            /** @example field-reports */
            module: string;
            name: string;
            title: components["schemas"]["Text"];
            /** @enum {string} */
            geometry: "point" | "line" | "area";
            /** @description `public`, hoặc quyền cần có / or the permission it asks for */
            access: string;
            /**
             * @description GeoJSON; thêm ?bbox= / add ?bbox=
             * @example /api/field-reports/layers/open
             */
            url: string;
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
        Member: {
            account: string;
            name: string;
            email: string | null;
            roles: string[];
            agency: string | null;
            communes: string[];
            disabled: boolean;
            secondFactor: boolean;
            seenAt: string | null;
        };
        Invitation: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            roles: string[];
            agency: string | null;
            communes: string[];
            /**
             * Format: date-time
             * @example 2026-11-22T12:05:00.000Z
             */
            expiresAt: string;
        };
        Role: {
            id: string;
            title: components["schemas"]["Text"];
            grants: {
                permission: string;
                when?: {
                    [key: string]: unknown;
                };
            }[];
            appoints: string[];
            secondFactor: boolean;
        };
        SignInProvider: {
            id: string;
            title: components["schemas"]["Text"];
            issuer: string;
            clientId: string;
            claims: {
                claim: string;
                value: string;
                roles: string[];
                agency?: string;
            }[];
        };
        OperatorVisit: {
            /** Format: uuid */
            id: string;
            operator: string;
            role: string;
            reason: string;
            /**
             * Format: date-time
             * @example 2026-11-22T12:05:00.000Z
             */
            startedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T12:05:00.000Z
             */
            endsAt: string;
        };
        EmbedKey: {
            key: string;
            name: string;
            origins: string[];
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
        Webhook: {
            /** Format: uuid */
            id: string;
            url: string;
            description: string;
            types: string[];
            scopes: string[];
            agency: string | null;
            /**
             * @description `gone`, `failing`: hệ thống đã tắt / switched off by the platform
             * @enum {string}
             */
            state: "on" | "off" | "gone" | "failing";
            failingSince: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T12:05:00.000Z
             */
            createdAt: string;
        };
        Delivery: {
            id: number;
            /**
             * @description `webhook-id`
             * @example evt_hue_1204
             */
            message: string;
            /** @example field-reports/report.submitted */
            type: string;
            subject: string;
            /** @enum {string} */
            state: "waiting" | "delivered" | "given-up";
            attempts: number;
            /** @description Mã HTTP của lần thử cuối / HTTP status of the last attempt */
            status: number | null;
            /**
             * @description Vì sao chưa tới / why it did not arrive
             * @example timeout
             */
            error: string | null;
            nextAt: string | null;
            deliveredAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T12:05:00.000Z
             */
            createdAt: string;
        };
        AuditEntry: {
            /** @description Vị trí trong chuỗi / place in the chain */
            position: number;
            /**
             * Format: date-time
             * @example 2026-11-22T12:05:00.000Z
             */
            at: string;
            module: string;
            /** @example key.created */
            type: string;
            title: components["schemas"]["Text"] | null;
            subject: string;
            actor: {
                kind: string;
                id: string | null;
            };
            agency: string | null;
            /** @description Như loại sự kiện khai báo / as the type of event declares it */
            data: unknown;
            /** @description SHA-256 của chuỗi đến dòng này / of the chain up to this row */
            link: string;
        };
        ModuleSecret: {
            name: string;
            title: components["schemas"]["Text"];
            /** @description null: chưa có / not set */
            setAt: string | null;
        };
        PersonalDataRegister: {
            province: string;
            entries: {
                module: string;
                title: components["schemas"]["Text"];
                field: string;
                purpose: components["schemas"]["Text"];
                sensitive: boolean;
            }[];
            retention: {
                module: string;
                text: components["schemas"]["Text"];
                rules: {
                    title: components["schemas"]["Text"];
                    keep: string;
                    action: string;
                }[];
            }[];
            none: {
                module: string;
                reason: string;
            }[];
            unknown: string[];
        };
        PrivacyRequest: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "export" | "erase";
            account: string;
            requestedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T12:05:00.000Z
             */
            requestedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T12:05:00.000Z
             */
            dueAt: string;
            doneAt: string | null;
        };
        AccountExport: {
            province: string;
            account: string;
            /**
             * Format: date-time
             * @example 2026-11-22T12:05:00.000Z
             */
            at: string;
            modules: {
                [key: string]: {
                    title: components["schemas"]["Text"];
                    /** @description Như phân hệ lưu giữ / as the module holds it */
                    data: unknown;
                };
            };
            files: {
                module: string;
                id: string;
                mediaType: string;
                link: string;
            }[];
            missing: string[];
        };
        RetentionRule: {
            module: string;
            rule: string;
            title: components["schemas"]["Text"];
            /** @enum {string} */
            action: "erase" | "anonymise";
            /** @example P24M */
            keep: string;
            proposed: string;
        };
        Channel: {
            /** @enum {string} */
            channel: "email" | "push" | "sms" | "chat";
            on: boolean;
            config: {
                [key: string]: unknown;
            };
            caps: {
                personHour: number;
                provinceDay: number;
            };
            /** @description Tên của những bí mật đã đặt / names of the secrets that are set */
            secrets: string[];
            changedAt: string | null;
        };
        SentMessage: {
            /** Format: uuid */
            id: string;
            /** @example field-reports/report-answered */
            kind: string;
            /** @enum {string} */
            channel: "email" | "push" | "sms" | "chat";
            /**
             * @description Địa chỉ đã che / the masked address
             * @example c***@v***.vn
             */
            to: string | null;
            /** @enum {string} */
            state: "held" | "gathered" | "waiting" | "sent" | "delivered" | "failed" | "dead" | "withheld";
            attempts: number;
            /** @example smtp-451 */
            error: string | null;
            dueAt: string | null;
            sentAt: string | null;
            deliveredAt: string | null;
            /**
             * Format: date-time
             * @example 2026-11-22T12:05:00.000Z
             */
            createdAt: string;
        };
        Preferences: {
            /** @enum {string} */
            language: "vi" | "en";
            quiet: components["schemas"]["QuietHours"];
            items: {
                kind: string;
                title: components["schemas"]["Text"];
                urgent: boolean;
                channels: {
                    /** @enum {string} */
                    channel: "email" | "push" | "sms" | "chat";
                    /** @enum {string} */
                    choice: "on" | "off" | "hourly" | "daily";
                }[];
            }[];
        };
        /** @description Giờ Việt Nam; bằng nhau: không có giờ yên lặng / Vietnam’s time; equal: none */
        QuietHours: {
            /** @example 21:00 */
            from: string;
            /** @example 21:00 */
            until: string;
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
export type CheckedBoundaries = components['schemas']['CheckedBoundaries'];
export type BoundaryFinding = components['schemas']['BoundaryFinding'];
export type CommuneBoundaries = components['schemas']['CommuneBoundaries'];
export type BoundaryVersion = components['schemas']['BoundaryVersion'];
export type Module = components['schemas']['Module'];
export type Layer = components['schemas']['Layer'];
export type ApiKey = components['schemas']['ApiKey'];
export type Member = components['schemas']['Member'];
export type Invitation = components['schemas']['Invitation'];
export type Role = components['schemas']['Role'];
export type SignInProvider = components['schemas']['SignInProvider'];
export type OperatorVisit = components['schemas']['OperatorVisit'];
export type EmbedKey = components['schemas']['EmbedKey'];
export type DeadTask = components['schemas']['DeadTask'];
export type Webhook = components['schemas']['Webhook'];
export type Delivery = components['schemas']['Delivery'];
export type AuditEntry = components['schemas']['AuditEntry'];
export type ModuleSecret = components['schemas']['ModuleSecret'];
export type PersonalDataRegister = components['schemas']['PersonalDataRegister'];
export type PrivacyRequest = components['schemas']['PrivacyRequest'];
export type AccountExport = components['schemas']['AccountExport'];
export type RetentionRule = components['schemas']['RetentionRule'];
export type Channel = components['schemas']['Channel'];
export type SentMessage = components['schemas']['SentMessage'];
export type Preferences = components['schemas']['Preferences'];
export type QuietHours = components['schemas']['QuietHours'];
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
    "core.get.boundaries": {
        parameters: {
            query?: {
                on?: string;
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
            /** @description GeoJSON; trống khi tỉnh chưa tải lên / empty until the province has uploaded them */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommuneBoundaries"];
                };
            };
            304: components["responses"]["NotModified"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "core.put.boundaries": {
        parameters: {
            query: {
                validFrom: string;
                source: string;
                codeProperty?: string;
                dryRun?: "true" | "false";
                checked?: string;
            };
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/geo+json": Blob;
                "application/json": Blob;
            };
        };
        responses: {
            /** @description Kết quả kiểm tra, và số phiên bản nếu đã lưu / what the check found, and the version if it was saved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedBoundaries"];
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
    "core.get.boundaries.versions": {
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
                        items: components["schemas"]["BoundaryVersion"][];
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
    "core.get.layers": {
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
                        items: components["schemas"]["Layer"][];
                    };
                };
            };
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
    "core.get.members": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
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
                        items: components["schemas"]["Member"][];
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
    "core.put.members.account": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @example [
                     *       "officer"
                     *     ]
                     */
                    roles: string[];
                    /**
                     * @default null
                     * @example so-xay-dung
                     */
                    agency?: string | null;
                    /** @default [] */
                    communes?: string[];
                };
            };
        };
        responses: {
            /** @description Đã đổi / changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    "core.post.members.account.disable": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong / done */
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
    "core.post.members.account.enable": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong / done */
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
    "core.post.members.account.sign-out": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong / done */
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
    "core.post.members.account.remove-second-factor": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong / done */
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
    "core.get.invitations": {
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
                        items: components["schemas"]["Invitation"][];
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
    "core.post.invitations": {
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
                    /** Format: email */
                    email: string;
                    name: string;
                    /**
                     * @example [
                     *       "officer"
                     *     ]
                     */
                    roles: string[];
                    /**
                     * @default null
                     * @example so-xay-dung
                     */
                    agency?: string | null;
                    /** @default [] */
                    communes?: string[];
                };
            };
        };
        responses: {
            /** @description Lời mời / the invitation */
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
    "core.delete.invitations.id": {
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
            /** @description Đã thu hồi / withdrawn */
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
    "core.get.roles": {
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
                        items: components["schemas"]["Role"][];
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
    "core.put.roles.id": {
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
                    title: {
                        vi: string;
                        en: string;
                    };
                    grants: {
                        permission: string;
                        /** @description Điều kiện CASL; $mine: của chính cán bộ / the member’s own */
                        when?: {
                            [key: string]: ("$mine.agency" | "$mine.communes") | (string | number | boolean) | {
                                $in: ("$mine.agency" | "$mine.communes") | (string | number | boolean)[];
                            } | {
                                $ne: ("$mine.agency" | "$mine.communes") | (string | number | boolean);
                            };
                        };
                    }[];
                    /**
                     * @description Vai trò mà người giữ vai trò này được trao / roles that its holders may give
                     * @default []
                     */
                    appoints?: string[];
                    /**
                     * @description Bắt buộc xác thực bước hai / asks for a second factor
                     * @default false
                     */
                    secondFactor?: boolean;
                };
            };
        };
        responses: {
            /** @description Đã đổi / changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    "core.delete.roles.id": {
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
            /** @description Đã xóa / deleted */
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
    "core.get.access-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Quy định / the policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Cho đơn vị vận hành nền tảng vào khi có sự cố / lets operators of the platform in */
                        operatorVisits: boolean;
                        /** @description Người dân đăng nhập bằng mã qua tin nhắn / citizens sign in with a code by text message */
                        phoneSignIn: boolean;
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
    "core.put.access-policy": {
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
                    /** @description Cho đơn vị vận hành nền tảng vào khi có sự cố / lets operators of the platform in */
                    operatorVisits: boolean;
                    /** @description Người dân đăng nhập bằng mã qua tin nhắn / citizens sign in with a code by text message */
                    phoneSignIn: boolean;
                };
            };
        };
        responses: {
            /** @description Đã đổi / changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    "core.get.sign-in-providers": {
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
                        items: components["schemas"]["SignInProvider"][];
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
    "core.put.sign-in-providers.id": {
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
                    title: {
                        vi: string;
                        en?: string;
                    };
                    /** Format: uri */
                    issuer: string;
                    clientId: string;
                    clientSecret: string;
                    /**
                     * @description Ai có giá trị này trong claim thì nhận vai trò khi mới vào, nếu người cài đặt vẫn trao được / whoever has this value gets these roles on first coming, while whoever set it up may give them
                     * @default []
                     */
                    claims?: {
                        claim: string;
                        value: string;
                        roles: string[];
                        agency?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Đã cài đặt / set up */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    "core.delete.sign-in-providers.id": {
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
            /** @description Đã bỏ / removed */
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
    "core.get.operator-visits": {
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
                        items: components["schemas"]["OperatorVisit"][];
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
    "core.post.operator-visits.id.end": {
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
            /** @description Đã kết thúc / ended */
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
    "core.get.embed-keys": {
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
                        items: components["schemas"]["EmbedKey"][];
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
    "core.post.embed-keys": {
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
                    /**
                     * @description Đúng giao thức, tên miền, cổng / exact scheme, host and port
                     * @example [
                     *       "https://phuongthuanhoa.example"
                     *     ]
                     */
                    origins: string[];
                };
            };
        };
        responses: {
            /** @description Khóa công khai / the public key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmbedKey"];
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
    "core.put.embed-keys.key.origins": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Đúng giao thức, tên miền, cổng / exact scheme, host and port
                     * @example [
                     *       "https://phuongthuanhoa.example"
                     *     ]
                     */
                    origins: string[];
                };
            };
        };
        responses: {
            /** @description Đã đổi / changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    "core.delete.embed-keys.key": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                key: string;
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
    "core.get.webhooks": {
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
                        items: components["schemas"]["Webhook"][];
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
    "core.post.webhooks": {
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
                    /** Format: uri */
                    url: string;
                    description: string;
                    /**
                     * @description Không nêu: mọi loại được thấy / none: all that it may see
                     * @default []
                     * @example [
                     *       "field-reports/report.submitted",
                     *       "field-reports/*"
                     *     ]
                     */
                    types?: string[];
                    /**
                     * @description Quyền trao cho bên nhận / permissions granted to the receiver
                     * @default []
                     */
                    scopes?: string[];
                    /**
                     * @description Nhận cả sự kiện riêng của đơn vị mình / also the events of one’s own agency
                     * @default null
                     */
                    agency?: string | null;
                    /**
                     * @default on
                     * @enum {string}
                     */
                    state?: "on" | "off";
                };
            };
        };
        responses: {
            /** @description Webhook mới / the new webhook */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        description: string;
                        types: string[];
                        scopes: string[];
                        agency: string | null;
                        /**
                         * @description `gone`, `failing`: hệ thống đã tắt / switched off by the platform
                         * @enum {string}
                         */
                        state: "on" | "off" | "gone" | "failing";
                        failingSince: string | null;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T12:05:00.000Z
                         */
                        createdAt: string;
                        /**
                         * @description Khóa ký / signing secret
                         * @example whsec_…
                         */
                        secret: string;
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
    "core.delete.webhooks.id": {
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
            /** @description Đã xóa / deleted */
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
    "core.patch.webhooks.id": {
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
                    description?: string;
                    /**
                     * @example [
                     *       "field-reports/report.submitted",
                     *       "field-reports/*"
                     *     ]
                     */
                    types?: string[];
                    /** @enum {string} */
                    state?: "on" | "off";
                };
            };
        };
        responses: {
            /** @description Webhook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
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
    "core.post.webhooks.id.rotate": {
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
            /** @description Khóa mới / the new secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Khóa ký / signing secret
                         * @example whsec_…
                         */
                        secret: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T12:05:00.000Z
                         */
                        bothUntil: string;
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
    "core.post.webhooks.id.ping": {
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
            /** @description Bên nhận trả lời thế nào / how the receiver answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Mã HTTP của lần thử cuối / HTTP status of the last attempt */
                        status: number | null;
                        /**
                         * @description Vì sao chưa tới / why it did not arrive
                         * @example timeout
                         */
                        error: string | null;
                        ms: number;
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
    "core.get.webhooks.id.deliveries": {
        parameters: {
            query?: {
                state?: "waiting" | "delivered" | "given-up";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
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
                        items: components["schemas"]["Delivery"][];
                        next: string | null;
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
    "core.post.webhooks.id.deliveries.delivery.resend": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                delivery: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sẽ gửi lại / will be sent again */
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
    "core.post.webhooks.id.resend": {
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
                    /** Format: date-time */
                    since: string;
                };
            };
        };
        responses: {
            /** @description Đang làm ở nền / under way in the background */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    "core.get.audit": {
        parameters: {
            query?: {
                module?: string;
                type?: string;
                subject?: string;
                actor?: string;
                from?: string;
                to?: string;
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
                        items: components["schemas"]["AuditEntry"][];
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
    "core.get.modules.id.secrets": {
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
            /** @description Danh sách / the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ModuleSecret"][];
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
    "core.put.modules.id.secrets.name": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    value: string;
                };
            };
        };
        responses: {
            /** @description Đã niêm phong / sealed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    "core.delete.modules.id.secrets.name": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Đã bỏ / taken away */
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
    "core.get.personal-data.register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sổ / the register */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalDataRegister"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "core.get.personal-data.requests": {
        parameters: {
            query?: {
                open?: "true" | "false";
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
                        items: components["schemas"]["PrivacyRequest"][];
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
    "core.post.personal-data.requests": {
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
                    /** @enum {string} */
                    kind: "export" | "erase";
                    account: string;
                };
            };
        };
        responses: {
            /** @description Yêu cầu / the request */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivacyRequest"];
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
    "core.post.personal-data.requests.id.export": {
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
            /** @description Dữ liệu / the data */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountExport"];
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
    "core.get.personal-data.retention": {
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
                        items: components["schemas"]["RetentionRule"][];
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
    "core.put.personal-data.retention.module.rule": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                module: string;
                rule: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description ISO 8601: P36M, P90D
                     * @example P36M
                     */
                    keep: string;
                };
            };
        };
        responses: {
            /** @description Thời hạn / the rule */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionRule"];
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
    "core.get.channels": {
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
                        items: components["schemas"]["Channel"][];
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
    "core.put.channels.channel": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                channel: "email" | "push" | "sms" | "chat";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    on: boolean;
                    /**
                     * @description Theo lược đồ của kênh / by the channel’s schema: templates/notify
                     * @default {}
                     */
                    config?: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description Không nêu: giữ nguyên; null: bỏ / left out: stays; null: removed
                     * @default {}
                     */
                    secrets?: {
                        [key: string]: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Kênh / the channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
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
    "core.post.channels.channel.test": {
        parameters: {
            query?: never;
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                channel: "email" | "push" | "sms" | "chat";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả / what came of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sent: boolean;
                        reason: string | null;
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
    "core.get.messages": {
        parameters: {
            query?: {
                state?: "held" | "gathered" | "waiting" | "sent" | "delivered" | "failed" | "dead" | "withheld";
                channel?: "email" | "push" | "sms" | "chat";
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
                        items: components["schemas"]["SentMessage"][];
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
    "core.post.messages.id.resend": {
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
            /** @description Sẽ gửi lại / will be sent again */
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
    "core.get.me.preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lựa chọn / the choices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotPermitted"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    "core.put.me.preferences": {
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
                    /** @enum {string} */
                    language?: "vi" | "en";
                    quiet?: components["schemas"]["QuietHours"];
                    /** @default [] */
                    items?: {
                        /** @example field-reports/report-answered */
                        kind: string;
                        /** @enum {string} */
                        channel: "email" | "push" | "sms" | "chat";
                        /** @enum {string} */
                        choice: "on" | "off" | "hourly" | "daily";
                    }[];
                };
            };
        };
        responses: {
            /** @description Lựa chọn / the choices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
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
    "core.get.me.push-subscriptions": {
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
                        /** @description `applicationServerKey` */
                        publicKey: string;
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @description Máy chủ đẩy / host of the push service */
                            service: string;
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
    "core.post.me.push-subscriptions": {
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
                    /**
                     * Format: uri
                     * @example https://push.example.net/send/abc
                     */
                    endpoint: string;
                    keys: {
                        /** @description Khóa công khai P-256, 65 byte / P-256 public key */
                        p256dh: string;
                        /** @description 16 byte */
                        auth: string;
                    };
                    expirationTime?: number | null;
                };
            };
        };
        responses: {
            /** @description Đã đăng ký / subscribed */
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
    "core.delete.me.push-subscriptions.id": {
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
            /** @description Đã bỏ / removed */
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
    "core.post.receipts.driver": {
        parameters: {
            query: {
                secret: string;
            };
            header?: {
                /** @description Gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời đầu / sent again within 24 h, it gets the first answer again */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                driver: "email" | "sms" | "chat";
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
            /** @description Đã nhận / received */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
}
