import type { Operation, Site } from '@tinhthong/core/testing';

type Written = readonly [access: string, summary: string, recent?: 'recent'];

/**
 * Addresses that guard themselves: pages, files, streams. What is declared as data is read from there; this is the rest,
 * and `access-matrix.test.ts` names whatever answers at a host and stands in neither.
 */
const written: Readonly<Record<Site, Readonly<Record<string, Written>>>> = {
  province: {
    'GET /assets/{file}': ['public', 'Kiểu trang, hình, phông chữ'],
    'GET /api/embed/check': ['public', 'Khóa nhúng có dùng được ở trang này không'],
    'GET /api/files/{id}': ['public', 'Tệp theo liên kết có chữ ký và hạn'],
    'GET /api/openapi.json': ['public', 'Tài liệu API của các phân hệ đang bật'],
    'GET /api/events/stream': ['public', 'Sự kiện trực tiếp; mỗi người chỉ nhận phần mình được thấy'],
    'GET /': ['public', 'Trang chủ'],
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
    'GET /phan-anh': ['public', 'Phản ánh trên bản đồ và danh sách'],
    'GET /phan-anh/gui': ['public', 'Trang gửi phản ánh'],
    'POST /phan-anh/gui': ['public', 'Gửi phản ánh'],
    'GET /phan-anh/theo-doi': ['public', 'Trang theo dõi phản ánh của mình'],
    'POST /phan-anh/theo-doi': ['public', 'Theo dõi bằng mã bí mật'],
    'GET /phan-anh/{code}': ['public', 'Một phản ánh'],
    'GET /phan-anh/viec': ['report:read', 'Trang việc của tôi'],
    'GET /phan-anh/viec/{code}': ['report:read', 'Trang một việc'],
    'POST /phan-anh/viec/{code}/{move}': ['report:accept', 'Bước tiếp nhận; mỗi bước khác cần quyền của chính nó'],
  },
  ministry: national(),
  platform: national(),
  deployment: {
    'GET /': ['public', 'Các tỉnh trên hệ thống này'],
    'GET /livez': ['public', 'Tiến trình còn chạy'],
    'GET /readyz': ['public', 'Có thể nhận yêu cầu'],
  },
};

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
  Object.entries(written[site]).map(([name, [access, vi, recent]]) => ({ site, module: 'trang / pages', name, access, recent: recent !== undefined, summary: { vi } })),
);
