import type { CategoryTexts } from './category-texts.ts';

export const publicService: CategoryTexts = {
  weight: 3.5,
  peak: 'office hours',
  team: ['trung tâm phục vụ hành chính công <commune>', 'văn phòng UBND <commune>', 'bộ phận một cửa <commune>'],
  wish: [
    '[đề nghị|mong] [lãnh đạo <commune>|trung tâm phục vụ hành chính công] [kiểm tra|chấn chỉnh|trả lời cho dân biết]',
    'mong [được giải quyết sớm|hướng dẫn rõ ràng một lần] để [dân đỡ đi lại|bà con khỏi mất công]',
  ],
  planned: [
    'do khối lượng công việc tăng sau sắp xếp đơn vị hành chính, UBND <commune> đang bổ sung nhân sự và thiết bị; nội dung ông/bà phản ánh sẽ được khắc phục trong tháng tới',
  ],
  rejected: ['hồ sơ của ông/bà đang được giải quyết và còn trong thời hạn ghi trên phiếu hẹn. Mong ông/bà chờ thêm'],
  cases: [
    {
      share: 4,
      atOffice: true,
      problem: [
        'nộp hồ sơ [đất đai|đăng ký khai sinh|cấp đổi sổ đỏ|xác nhận cư trú|trích lục hộ tịch] ở <commune> [quá hẹn <n> ngày|cả tháng] chưa có kết quả',
        'hồ sơ [đính chính sổ đỏ|chuyển mục đích đất|hỗ trợ bảo trợ xã hội] ở <commune> [đi lại <n> lần|bổ sung mấy lần] vẫn [thiếu giấy tờ|chưa xong], mỗi lần [hướng dẫn một kiểu|thêm một loại giấy]',
        '[hồ sơ nộp qua mạng|hồ sơ nộp trực tuyến] ở <commune> <since> [vẫn báo chờ tiếp nhận|chưa thấy ai xử lý]',
        'xin [giấy xác nhận tình trạng hôn nhân|chứng thực hợp đồng] ở <commune>, [hẹn rồi lại hẹn|đến thì người phụ trách đi vắng]',
      ],
      harm: [
        '[đang cần gấp để vay vốn|con sắp nhập học], [trễ hẹn là lỡ việc|không biết hỏi ai]',
        'mỗi lần đi [mất một buổi làm|mấy chục cây số]',
        '[gọi số ghi trên phiếu|gọi hỏi] thì [không ai nghe máy|bảo chờ]',
      ],
      done: [
        'hồ sơ của ông/bà bị chậm do [thiếu thông tin đối chiếu|chờ cơ quan phối hợp xác nhận]; đã giải quyết xong, mời ông/bà nhận kết quả từ ngày <date>. UBND <commune> xin lỗi vì trễ hẹn',
        '<team> đã rà soát, bổ sung giúp thành phần hồ sơ và trả kết quả ngày <date>; cán bộ hướng dẫn chưa đầy đủ đã được nhắc nhở',
      ],
      planned: ['hồ sơ phải xác minh thêm tại nơi cư trú trước đây. <team> đã gửi văn bản ngày <day> và sẽ thông báo ngay cho ông/bà khi có kết quả'],
    },
    {
      share: 2,
      atOffice: true,
      picture: 'service-counter',
      problem: [
        '[bộ phận một cửa|trung tâm hành chính công] <commune> [chỉ mở một quầy|thiếu người], [dân chờ cả buổi|<now> lấy số 50 mà mãi chưa tới]',
        'máy lấy số ở bộ phận một cửa <commune> hư <since>, [dân chen nhau|không biết ai trước ai sau]',
        '[quạt|điều hòa] ở bộ phận một cửa <commune> hư <since>, [nóng hầm hập|dân ngồi chờ toát mồ hôi]',
      ],
      harm: [
        '[người già|phụ nữ có con nhỏ] phải [đứng chờ|ngồi bệt ngoài hành lang]',
        '[nóng nực|đông đúc], [ai cũng mệt|xin nghỉ làm cả buổi mà chưa xong]',
      ],
      done: ['<team> đã mở thêm hai quầy buổi sáng, sửa thiết bị và bổ sung ghế chờ, thực hiện từ ngày <date>'],
    },
    {
      atOffice: true,
      problem: [
        'nhân viên [quầy tiếp nhận|một cửa] <commune> [nói chuyện cộc lốc|thái độ khó chịu|cắm mặt vào điện thoại], [hỏi thì không giải thích|dân hỏi thì gắt]',
      ],
      harm: ['[người già hỏi lại|dân không rành] thì [bị mắng|bảo về đọc lại]', '[cán bộ vậy|phục vụ thế] thì [ai dám hỏi|buồn lắm]'],
      done: ['lãnh đạo UBND <commune> đã xem lại camera, nhắc nhở cán bộ và xin lỗi ông/bà; từ ngày <date> có người hướng dẫn tại sảnh'],
    },
    {
      problem: [
        '[cổng dịch vụ công|ứng dụng của tỉnh] [đăng nhập không được|báo lỗi|quay hoài] [<since>|khi thanh toán lệ phí|ở bước tải giấy tờ lên]',
      ],
      harm: [
        '[người lớn tuổi|bà con] [không rành mạng|chưa quen], [càng thêm khó|phải nhờ con cháu]',
        'làm lại [ba bốn lần|cả buổi tối] [vẫn vậy|không được]',
      ],
      done: ['lỗi đã được bộ phận kỹ thuật khắc phục ngày <date>. Nếu còn vướng, ông/bà có thể đến <team> để được hướng dẫn tại chỗ'],
    },
    {
      atOnce: true,
      problem: [
        'địa chỉ [trên căn cước|trong sổ đất] của <i> còn [ghi tên huyện cũ|theo xã cũ], [không biết có phải đổi không|đi làm giấy tờ bị hỏi mãi]',
        'giấy tờ còn ghi [huyện cũ|xã cũ], [không biết có phải đổi không|nơi bảo đổi nơi bảo không]',
      ],
      harm: ['[hỏi mỗi nơi nói một kiểu|tìm hướng dẫn không thấy]'],
      wish: ['nhờ [hướng dẫn giúp|trả lời giúp] [cho rõ|]'],
      done: [
        'giấy tờ theo địa chỉ cũ vẫn có giá trị sử dụng, ông/bà không bắt buộc đổi nếu không có nhu cầu; khi cần, <team> đổi miễn phí. Trả lời ngày <date>',
      ],
    },
    {
      problem: ['[loa truyền thanh|bảng tin] ở <area> [hỏng lâu rồi|không nghe được gì], [chính sách mới dân không nắm|họp hành không ai biết]'],
      harm: ['[người già|nhà không dùng mạng] [thiệt thòi|không biết tin gì]'],
      done: ['<team> đã sửa xong loa và bảng tin tại <area>, hoạt động lại từ ngày <date>'],
    },
  ],
};
