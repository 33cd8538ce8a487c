import type { CategoryTexts } from './category-texts.ts';

const walkers = [
  'người [khuyết tật đi xe lăn|già chống gậy] [không đi được|phải xuống lòng đường rất nguy hiểm]',
  '[các cháu tan trường|học sinh] phải đi dưới lòng đường [sát xe tải|giữa dòng xe]',
];
const backAgain = '[lực lượng đi qua thì dọn|dẹp xong], [đi khỏi lại bày ra|hôm sau đâu lại vào đấy]';

const tradersPlan = [
  'việc buôn bán tại <place> là sinh kế của nhiều hộ, UBND <commune> đang bố trí điểm bán tập trung, dự kiến di dời trong tháng sau; trước mắt đã nhắc nhở chừa lối đi tối thiểu 1,5 mét',
];

export const pavement: CategoryTexts = {
  weight: 8,
  ofTowns: true,
  team: ['đội quy tắc đô thị', 'tổ trật tự đô thị <commune>', 'công an <commune>', 'đội quản lý vỉa hè'],
  wish: [
    '[đề nghị|mong] [ra quân dẹp|xử lý|nhắc nhở] [thường xuyên|dứt điểm], [đừng chỉ làm vài hôm|trả lại lối đi cho người đi bộ]',
    '[đề nghị|mong|nhờ] [trật tự đô thị|UBND <commune>] [kẻ vạch chừa lối đi|kiểm tra giúp|xử lý giúp]',
  ],
  planned: ['UBND <commune> đang lập phương án sắp xếp lại vỉa hè khu vực <place>, kẻ vạch để xe và lối đi bộ, dự kiến thực hiện trong quý tới'],
  cases: [
    {
      share: 3,
      where: ['ward'],
      picture: 'occupied-pavement',
      problem: [
        '[quán nhậu|quán cà phê|hàng ăn] <at> [bày bàn ghế|kê bàn] [kín vỉa hè|chiếm hết vỉa hè|ra tận lòng đường]',
        'vỉa hè <at> [bị quán xá chiếm hết|bị hàng quán lấn chiếm <since>], [người đi bộ phải xuống lòng đường|đẩy xe nôi không được]',
      ],
      harm: [...walkers, backAgain, 'nhắc thì [chủ quán nạt nộ|họ bảo đây là chỗ của họ]'],
      done: [
        '<team> đã kiểm tra, yêu cầu thu dọn bàn ghế tại <place> ngày <day>; kiểm tra lại ngày <date> vỉa hè đã thông thoáng',
        '<team> lập biên bản <n> trường hợp lấn chiếm tại <place>, tạm giữ bàn ghế, trả lại lối đi cho người đi bộ ngày <date>',
      ],
      planned: tradersPlan,
    },
    {
      share: 2,
      where: ['ward'],
      picture: 'occupied-pavement',
      problem: [
        '[cửa hàng|tiệm tạp hóa|sạp trái cây] <at> [bày hàng|dựng mái che, bảng hiệu] [lấn ra vỉa hè|che khuất tầm nhìn]',
        'chợ [tự phát|cóc] <at> [sáng nào cũng họp|họp tràn ra đường], [kẹt xe|nước thải đổ lênh láng]',
      ],
      harm: [...walkers, backAgain],
      done: [
        '<team> đã nhắc nhở, các hộ bán hàng tại <place> thu dọn vào trong và ký cam kết ngày <date>',
        '<team> ra quân ngày <day>, giải tỏa hàng hóa lấn chiếm tại <place>; duy trì kiểm tra đến ngày <date> không tái diễn',
      ],
      planned: tradersPlan,
    },
    {
      share: 3,
      where: ['ward'],
      picture: 'occupied-pavement',
      problem: [
        'xe máy [của khách|] [đậu|dựng] kín vỉa hè <at>, [không còn lối đi|phải đi vòng xuống đường]',
        'ô tô [đậu|đỗ] [cả ngày|qua đêm] trên vỉa hè <at>, [bể hết gạch|chắn cửa nhà dân]',
      ],
      harm: walkers,
      wish: [
        '[đề nghị|mong] [dán thông báo phạt|phạt nguội|xử phạt] [vài lần cho họ sợ|dứt điểm]',
        '[đề nghị|mong] [UBND <commune>|trật tự đô thị] kẻ vạch quy định chỗ để xe',
      ],
      done: [
        'đã kẻ vạch để xe, chừa lối đi bộ 1,5 mét tại <place>; <team> xử phạt <n> xe vi phạm đến ngày <date>',
        '<team> đã dán thông báo phạt các xe đỗ sai tại <place>; kiểm tra ngày <date> vỉa hè đã trống',
      ],
    },
    {
      share: 3,
      where: ['ward'],
      picture: 'broken-pavement',
      problem: [
        'gạch vỉa hè <at> [bong tróc|vỡ nát|lún lồi lõm] [<since>|], [trời mưa bước lên là nước bắn tung tóe|đi bộ rất dễ vấp]',
        '[bó vỉa|tấm đan vỉa hè] <at> [vỡ|bể], [lòi sắt ra ngoài|hở cả rãnh nước]',
        'vỉa hè <at> [mới lát|vừa làm xong] [mấy tháng|chưa bao lâu] đã [hỏng|sụt lún]',
        '[bên cáp quang|đơn vị đào vỉa hè] <at> [làm xong không lát lại|lát lại cẩu thả], [gạch cập kênh|để đất trơ ra]',
      ],
      harm: [
        '[mẹ <i>|một cụ bà] [vấp ngã|trượt chân] [gãy tay|phải vào viện] [tuần trước|hôm qua]',
        '[người khiếm thị|người già] đi [rất khó|dễ ngã]',
        'phố đông khách mà [nhìn nham nhở|xấu xí]',
        'có cụ già [vấp ngã|trượt chân] ở đây [tuần trước|hôm qua]',
      ],
      wish: [
        '[đề nghị|mong] [lát lại vỉa hè|sửa chữa] [sớm|cho bằng phẳng|cho người già đi bộ đỡ vấp]',
        'đề nghị [buộc đơn vị thi công làm lại|dùng loại gạch chống trơn]',
      ],
      done: [
        '<team> đã sửa chữa, lát lại khoảng <n>0 mét vuông vỉa hè tại <place>, hoàn thành ngày <date>',
        'vỉa hè tại <place> đã được thay phần hỏng và làm phẳng, nghiệm thu ngày <date>',
      ],
      planned: ['vỉa hè khu vực <place> thuộc dự án chỉnh trang đã được duyệt, sẽ lát lại toàn bộ trong quý tới. <team> đã vá tạm các chỗ hỏng nặng'],
    },
    {
      share: 1.5,
      where: ['rural'],
      months: [3, 4, 5, 8, 9, 11, 12],
      problem: ['bà con [phơi lúa|phơi rơm|phơi nông sản] kín [nửa đường|mặt đường] <at>, [xe máy đi qua trơn trượt|chèn cả gạch đá làm dấu]'],
      harm: [
        '[hôm qua|vừa rồi] có [xe máy trượt ngã|người đi đêm vấp phải đá chèn]',
        '[biết là bà con vất vả|mùa màng ai cũng bận] nhưng [nguy hiểm quá|phải giữ an toàn]',
      ],
      wish: ['[mong|đề nghị] [nhắc nhở|vận động] bà con [phơi một bên|phơi trong sân]'],
      done: [
        'UBND <commune> đã vận động bà con dọn, mượn sân [nhà văn hóa|trường học] làm chỗ phơi; mặt đường tại <place> thông thoáng từ ngày <date>',
      ],
      planned: ['UBND <commune> đã nhắc nhở, vận động bà con ngày <day> và đang xin đất làm sân phơi chung, dự kiến xong trước vụ tới'],
    },
    {
      share: 2,
      where: ['rural'],
      problem: [
        '[quán nhậu|quán nước|tiệm sửa xe|đại lý vật liệu] <at> [bày đồ|dựng mái che|kê bàn ghế] lấn [ra lề đường|ra sát mặt đường], [xe tránh nhau rất khó|khuất hết tầm nhìn]',
        '[biển quảng cáo|mái tôn|bậc thềm] của mấy hộ <at> [chìa ra đường|lấn hết lề], [đi bộ phải ra giữa đường|xe tải quẹt hoài]',
      ],
      harm: ['học sinh phải đi [giữa lòng đường|sát xe tải]', '[nhắc rồi|nói mấy lần] mà [họ bảo đất nhà họ|đâu vẫn vào đấy]'],
      wish: ['[đề nghị|mong] UBND <commune> [nhắc nhở|kiểm tra|vận động bà con tháo dỡ] [giúp|]'],
      done: ['UBND <commune> đã vận động, các hộ tại <place> tháo dỡ phần lấn chiếm, trả lại lề đường ngày <date>'],
      planned: ['UBND <commune> đã lập danh sách các hộ lấn lề đường tại <place>, cho thời hạn một tháng để tự tháo dỡ'],
    },
    {
      where: ['rural'],
      picture: 'occupied-pavement',
      problem: ['chợ chiều ở <area> [họp ngay trên mặt đường|lấn hết đường], [xe không qua được|xe khách bấm còi inh ỏi]'],
      harm: ['[xe tải chạy sát sạp hàng|người mua dừng xe giữa đường], [rất nguy hiểm|sớm muộn cũng có tai nạn]'],
      wish: ['[mong|đề nghị] [xếp chỗ cho bà con bán|cho vào trong chợ|kẻ vạch không cho lấn đường]'],
      done: ['UBND <commune> đã san bãi đất trống gần đó, đưa các hộ buôn bán tại <place> vào trong từ ngày <date>'],
      planned: tradersPlan,
    },
  ],
};
