import type { Operation, Site } from '@tinhthong/core/testing';

type Written = readonly [access: string, summary: string, more?: 'recent' | 'key'];

/**
 * Addresses that guard themselves: pages, files, streams. What is declared as data is read from there; this is the rest,
 * and `access-matrix.test.ts` names whatever answers at a host and stands in neither.
 */
const written: Readonly<Record<Site, Readonly<Record<string, Written>>>> = {
  province: {
    'GET /assets/{file}': ['public', 'Kiểu trang, hình, phông chữ'],
    'GET /api/embed/check': ['public', 'Khóa nhúng có dùng được ở trang này không'],
    'GET /embed/v1/tinhthong.js': ['public', 'Mã tải các tiện ích có trên một trang'],
    'GET /embed/v1/widgets.json': ['public', 'Các tiện ích nhúng được, kèm mã kiểm'],
    'GET /embed/v1/provinces.json': ['public', 'Các tỉnh khác trên hệ thống: tên, khung bao, địa chỉ'],
    'GET /embed/{release}/{file}': ['public', 'Tiện ích của một bản phát hành'],
    'GET /embed/frame/{tag}': ['public', 'Tiện ích trong khung, chỉ cho trang web của khóa'],
    'GET /embed/oembed': ['public', 'oEmbed của một địa chỉ'],
    'GET /embed/qr.svg': ['public', 'Mã QR dẫn đến một trang của tỉnh'],
    'GET /ui/field-reports/{tag}': ['public', 'Trang quanh một tiện ích'],
    'GET /ui/field-reports/{release}/{file}': ['public', 'Tệp của các tiện ích'],
    'GET /api/files/{id}': ['public', 'Tệp theo liên kết có chữ ký và hạn'],
    'GET /api/openapi.json': ['public', 'Tài liệu API của các phân hệ đang bật'],
    'GET /api/events/stream': ['public', 'Sự kiện trực tiếp; mỗi người chỉ nhận phần mình được thấy'],
    'GET /': ['public', 'Trang chủ'],
    'GET /manifest.webmanifest': ['public', 'Cổng dưới dạng ứng dụng cài được'],
    'GET /sw.js': ['public', 'Mã giữ trang công khai cho lúc mất mạng'],
    'GET /ngoai-tuyen': ['public', 'Trang hiện khi mất mạng'],
    'GET /tim-kiem': ['public', 'Tìm trong mọi phân hệ'],
    'GET /gioi-thieu': ['public', 'Giới thiệu cổng'],
    'GET /kha-nang-tiep-can': ['public', 'Tuyên bố về khả năng tiếp cận'],
    'GET /dang-nhap': ['public', 'Trang đăng nhập'],
    'POST /dang-nhap': ['public', 'Đăng nhập'],
    'GET /dang-nhap/ma': ['signed-in', 'Trang nhập mã xác thực'],
    'POST /dang-nhap/ma': ['signed-in', 'Nhập mã xác thực'],
    'POST /dang-xuat': ['public', 'Đăng xuất'],
    'GET /dang-nhap/noi-xac-thuc/{provider}': ['public', 'Sang nơi xác thực'],
    'GET /dang-nhap/dien-thoai': ['public', 'Trang đăng nhập bằng điện thoại'],
    'POST /dang-nhap/dien-thoai': ['public', 'Xin mã qua tin nhắn'],
    'POST /dang-nhap/dien-thoai/ma': ['public', 'Đăng nhập bằng mã'],
    'GET /loi-moi': ['public', 'Trang lời mời'],
    'POST /loi-moi': ['public', 'Nhận lời mời'],
    'GET /quen-mat-khau': ['public', 'Trang quên mật khẩu'],
    'POST /quen-mat-khau': ['public', 'Xin liên kết đặt lại mật khẩu'],
    'GET /dat-lai-mat-khau': ['public', 'Trang đặt lại mật khẩu'],
    'POST /dat-lai-mat-khau': ['public', 'Đặt lại mật khẩu'],
    'GET /doi-email': ['public', 'Trang xác nhận địa chỉ thư mới'],
    'POST /doi-email': ['public', 'Xác nhận địa chỉ thư mới'],
    'GET /ngung-nhan': ['public', 'Trang ngừng nhận tin, theo liên kết có chữ ký'],
    'POST /ngung-nhan': ['public', 'Ngừng nhận tin'],
    'GET /tai-khoan/bao-tin': ['signed-in', 'Trang chọn tin muốn nhận'],
    'POST /tai-khoan/bao-tin': ['signed-in', 'Chọn tin muốn nhận'],
    ...accountPages(),
    'POST /tai-khoan/lien-ket': ['signed-in', 'Liên kết với nơi xác thực', 'recent'],
    'POST /tai-khoan/bo-lien-ket': ['signed-in', 'Bỏ liên kết với nơi xác thực'],
    'POST /tai-khoan/doi-email': ['signed-in', 'Xin đổi địa chỉ e-mail'],
    'POST /tai-khoan/xoa': ['signed-in', 'Xóa tài khoản và dữ liệu của mình', 'recent'],
    ...open311(),
    'GET /phan-anh': ['public', 'Phản ánh trên bản đồ và danh sách'],
    'GET /phan-anh/ban-do': ['public', 'Phản ánh trên bản đồ'],
    'GET /phan-anh/gui': ['public', 'Trang gửi phản ánh'],
    'POST /phan-anh/gui': ['public', 'Gửi phản ánh'],
    'GET /phan-anh/theo-doi': ['public', 'Trang theo dõi phản ánh của mình'],
    'POST /phan-anh/theo-doi': ['public', 'Theo dõi bằng mã bí mật'],
    'GET /phan-anh/{code}': ['public', 'Một phản ánh'],
    'GET /phan-anh/{code}/cung-viec': ['public', 'Trang cùng báo một việc'],
    'POST /phan-anh/{code}/cung-viec': ['public', 'Cùng báo một việc'],
    'POST /phan-anh/video': ['public', 'Bắt đầu gửi video, bằng mã bí mật của phản ánh'],
    'GET /phan-anh/video/{id}': ['public', 'Video đã gửi đến đâu, bằng mã bí mật'],
    'PATCH /phan-anh/video/{id}': ['public', 'Gửi tiếp video, bằng mã bí mật'],
    'DELETE /phan-anh/video/{id}': ['public', 'Thôi gửi video, bằng mã bí mật'],
    'GET /phan-anh/nhan-tin': ['public', 'Trang nhận tin về phản ánh'],
    'POST /phan-anh/nhan-tin': ['public', 'Xin nhận tin'],
    'GET /phan-anh/nhan-tin/xac-nhan': ['public', 'Trang xác nhận nhận tin, theo liên kết bí mật'],
    'POST /phan-anh/nhan-tin/xac-nhan': ['public', 'Xác nhận hoặc thôi nhận tin'],
    'GET /phan-anh/rss.xml': ['public', 'Phản ánh công khai mới, RSS'],
    'GET /phan-anh/diem.geojson': ['public', 'Phản ánh công khai mới, GeoJSON'],
    'GET /phan-anh/so-lieu': ['public', 'Trang số liệu công khai'],
    'GET /phan-anh/so-lieu/hom-qua': ['figures:read', 'Trang số liệu một ngày'],
    'GET /phan-anh/so-lieu/don-vi': ['figures:read', 'Trang số liệu theo đơn vị, lĩnh vực, xã phường'],
    'GET /phan-anh/so-lieu/diem-nong': ['figures:read', 'Trang điểm nóng'],
    'GET /phan-anh/tiep-nhan': ['report:enter', 'Trang tin chờ tiếp nhận'],
    'GET /phan-anh/tiep-nhan/moi': ['report:enter', 'Trang nhập cuộc gọi'],
    'POST /phan-anh/tiep-nhan/moi': ['report:enter', 'Nhập cuộc gọi, lưu nháp'],
    'GET /phan-anh/tiep-nhan/{id}': ['report:enter', 'Trang một tin chờ tiếp nhận'],
    'POST /phan-anh/tiep-nhan/{id}': ['report:enter', 'Sửa, tiếp nhận hoặc bỏ một tin chờ'],
    'GET /phan-anh/tiep-nhan/{id}/nguoi-gui': ['report:identify', 'Trang xin xem người gửi tin'],
    'POST /phan-anh/tiep-nhan/{id}/nguoi-gui': ['report:identify', 'Xem người gửi tin, có ghi lại mục đích'],
    'GET /phan-anh/viec': ['report:read', 'Trang việc của tôi'],
    'GET /phan-anh/viec/{code}': ['report:read', 'Trang một việc'],
    'POST /phan-anh/viec/{code}/{move}': ['report:accept', 'Bước tiếp nhận; mỗi bước khác cần quyền của chính nó'],
    'POST /phan-anh/viec/{code}/dong-ho/{action}': ['report:handle', 'Tạm dừng; gia hạn, chỉ đạo, phân loại cần quyền của chính nó'],
    'POST /phan-anh/viec/{code}/goi-y/{kind}': ['report:classify', 'Lấy gợi ý mức khẩn; mỗi gợi ý khác cần quyền của bước ấy'],
    'POST /phan-anh/viec/{code}/contribute': ['contribution:write', 'Góp phần trả lời khi phối hợp'],
    'POST /phan-anh/viec/{code}/xem-xet': ['report:review', 'Quyết định khi người gửi đề nghị cấp trên xem xét'],
    'GET /phan-anh/viec/{code}/che': ['report:redact', 'Trang che chữ và vùng ảnh'],
    'POST /phan-anh/viec/{code}/che': ['report:redact', 'Che, hoặc bỏ che'],
    'GET /phan-anh/viec/{code}/{look}': ['report:original', 'Trang xin xem bản gốc; người gửi: report:identify'],
    'POST /phan-anh/viec/{code}/{look}': ['report:original', 'Xem bản gốc, có ghi lại mục đích; người gửi: report:identify'],
    'GET /phan-anh/nhap-csv': ['report:import', 'Trang nhập hàng loạt'],
    'POST /phan-anh/nhap-csv': ['report:import', 'Gửi tệp để xem trước'],
    'GET /phan-anh/nhap-csv/{id}': ['report:import', 'Trang một lần nhập'],
    'POST /phan-anh/nhap-csv/{id}': ['report:import', 'Nhập các dòng đúng'],
    'GET /phan-anh/goi-y': ['suggestion:read', 'Trang gợi ý đúng đến đâu'],
  },
  ministry: national(),
  platform: national(),
  deployment: {
    'GET /': ['public', 'Các tỉnh trên hệ thống này'],
    'GET /livez': ['public', 'Tiến trình còn chạy'],
    'GET /readyz': ['public', 'Có thể nhận yêu cầu'],
  },
};

/** Addresses of the standard: reading is for everybody, writing for an API key that may. */
function open311(): Record<string, Written> {
  const at = '/open311/v2';
  const inBoth = (method: string, name: string, written: Written) => ['xml', 'json'].map((format) => [`${method} ${at}/${name}.${format}`, written] as const);
  return Object.fromEntries([
    ...inBoth('GET', 'discovery', ['public', 'Open311: điểm vào']),
    ...inBoth('GET', 'services', ['public', 'Open311: các lĩnh vực']),
    [`GET ${at}/services/{id}`, ['public', 'Open311: câu hỏi của một lĩnh vực']],
    ...inBoth('GET', 'requests', ['public', 'Open311: phản ánh công khai']),
    [`GET ${at}/requests/{id}`, ['public', 'Open311: một phản ánh']],
    [`GET ${at}/tokens/{id}`, ['public', 'Open311: mã phản ánh của một token']],
    [`GET ${at}/media/{file}`, ['public', 'Open311: một ảnh của phản ánh công khai']],
    ...inBoth('GET', 'servicerequestupdates', ['public', 'Open311: diễn biến']),
    ...inBoth('POST', 'requests', ['open311:write', 'Open311: gửi phản ánh', 'key']),
    ...inBoth('POST', 'servicerequestupdates', ['open311:write', 'Open311: gửi cập nhật', 'key']),
  ]);
}

function national(): Readonly<Record<string, Written>> {
  return {
    'GET /': ['public', 'Trang đầu'],
    'GET /dang-nhap': ['public', 'Trang đăng nhập'],
    'POST /dang-nhap': ['public', 'Đăng nhập'],
    'GET /dang-nhap/ma': ['signed-in', 'Trang nhập mã xác thực'],
    'POST /dang-nhap/ma': ['signed-in', 'Nhập mã xác thực'],
    'POST /dang-xuat': ['public', 'Đăng xuất'],
    'GET /loi-moi': ['public', 'Trang lời mời'],
    'POST /loi-moi': ['public', 'Nhận lời mời'],
    ...accountPages(),
  };
}

function accountPages(): Readonly<Record<string, Written>> {
  return {
    'GET /tai-khoan': ['signed-in', 'Trang tài khoản của mình'],
    'POST /tai-khoan/xac-nhan': ['signed-in', 'Xác nhận lại mình là ai'],
    'POST /tai-khoan/ket-thuc-phien': ['signed-in', 'Kết thúc một phiên'],
    'POST /tai-khoan/ket-thuc-phien-khac': ['signed-in', 'Kết thúc các phiên khác'],
    'POST /tai-khoan/doi-mat-khau': ['signed-in', 'Đổi mật khẩu'],
    'POST /tai-khoan/bat-buoc-hai': ['signed-in', 'Bật xác thực bước hai', 'recent'],
    'POST /tai-khoan/ma-dau-tien': ['signed-in', 'Nhập mã đầu tiên', 'recent'],
    'POST /tai-khoan/ma-du-phong': ['signed-in', 'Làm mã dự phòng mới', 'recent'],
    'POST /tai-khoan/tat-buoc-hai': ['signed-in', 'Tắt xác thực bước hai', 'recent'],
  };
}

export const writtenOperations: readonly Operation[] = (Object.keys(written) as Site[]).flatMap((site) =>
  Object.entries(written[site]).map(([name, [access, vi, more]]) => ({ site, module: 'trang / pages', name, access, recent: more === 'recent', keyOnly: more === 'key', summary: { vi } })),
);
