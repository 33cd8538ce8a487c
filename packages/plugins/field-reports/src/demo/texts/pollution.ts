import type { CategoryTexts } from './category-texts.ts';

export const pollution: CategoryTexts = {
  weight: 5,
  team: ['tổ môi trường UBND <commune>', 'đoàn kiểm tra môi trường', 'đội kiểm tra môi trường'],
  wish: [
    '[đề nghị|mong] [cơ quan môi trường|UBND <commune>|ngành chức năng] [kiểm tra|xử lý nghiêm] [sớm|và trả lời cho dân|]',
    '[kính mong|rất mong] [chính quyền|các cấp] [vào cuộc|quan tâm], [bà con chịu đựng lâu rồi|sức khỏe người dân là quan trọng]',
  ],
  planned: [
    '<team> đã kiểm tra, lấy mẫu tại <place> ngày <day>, đang chờ kết quả phân tích; trong lúc chờ đã yêu cầu giảm phát thải. Kết quả sẽ được thông báo tới ông/bà',
  ],
  cases: [
    {
      atOnce: true,
      share: 3,
      picture: 'smoke',
      problem: [
        '[có người|một hộ|bãi phế liệu] đốt [rác|nhựa và dây điện|mùn cưa] <at>, khói [khét lẹt|đen kịt|bay vào nhà dân] [<since>|, chiều nào cũng vậy]',
        '<now> [lại đốt rác|có đám đốt rác] <at>, [khói mù mịt|mùi nhựa cháy khét lẹt]',
      ],
      harm: [
        '[trẻ con|người già] trong xóm [ho, viêm họng|khó thở] [nhiều|liên tục]',
        'đã [góp ý|nhắc] mà họ [chuyển sang đốt ban đêm|bảo đất nhà họ]',
      ],
      done: ['<team> đã kiểm tra, dập tắt điểm đốt tại <place>, lập biên bản và yêu cầu cam kết; kiểm tra lại ngày <date> không còn khói'],
    },
    {
      share: 2,
      picture: 'smoke',
      problem: [
        'khói [từ cơ sở sản xuất|từ xưởng|từ lò nấu] <at> [<since> rất nặng|đêm nào cũng xả], [đóng cửa vẫn nghe mùi|ai cũng ho]',
        '[xưởng gỗ|lò bánh|lò sấy] <at> [xả khói|nhả khói] [ngày đêm|mù mịt], [cay mắt, khó thở|phơi áo quần đen cả]',
      ],
      harm: [
        '[trẻ con|người già] trong xóm [ho, viêm họng|khó thở] [nhiều|liên tục]',
        'hỏi thì chủ cơ sở [bảo sắp dời đi|hứa lắp ống khói] mà [mấy tháng rồi|chưa thấy làm]',
      ],
      done: ['cơ sở tại <place> bị xử phạt và buộc lắp hệ thống lọc khói; đã lắp xong, kiểm tra đạt ngày <date>'],
    },
    {
      atOnce: true,
      where: ['rural'],
      months: [3, 4, 5, 6, 8, 9, 10],
      picture: 'smoke',
      problem: ['[sau vụ gặt|mùa này] bà con đốt rơm rạ <at>, khói [phủ mù đường|che hết tầm nhìn]'],
      harm: ['xe chạy trong khói [không thấy đường|suýt tông nhau]', 'tối đến khói [quẩn vào nhà|phủ cả xóm], [không ngủ được|ngột ngạt]'],
      wish: ['mong [nhắc bà con đừng đốt sát đường|hướng dẫn bà con ủ rơm làm phân]'],
      done: ['UBND <commune> đã vận động, hướng dẫn bà con cuộn rơm và ủ phân; các hộ tại <place> cam kết không đốt ven đường, kiểm tra ngày <date>'],
    },
    {
      share: 3,
      picture: 'dirty-canal',
      problem: [
        '[kênh|mương|hồ|con hói] gần <mark> ở <area> nước [đen ngòm|đặc quánh|sủi bọt], [cá chết nổi trắng|bốc mùi hôi thối] [<since>|]',
        'nước [kênh|mương] <at> [đổi màu đen|đen kịt] <since>, [rác nổi lềnh bềnh|hôi không ai dám lại gần]',
      ],
      harm: [
        '[cả xóm|mấy chục hộ] [ăn ngủ không yên|phải đóng cửa suốt ngày]',
        '[ao cá nhà <i>|ao nuôi của bà con] chết [cả tạ|gần hết]',
        'muỗi [nhiều vô kể|bay từng đàn], [lo sốt xuất huyết|trẻ con bị đốt đầy người]',
      ],
      done: [
        '<team> đã vớt rác, nạo vét bùn và rắc chế phẩm sinh học tại <place>, hoàn thành ngày <date>',
        'đã xác định và bịt <n> ống xả thẳng ra kênh tại <place>; nước trong trở lại, kiểm tra ngày <date>',
      ],
      planned: [
        'nguồn ô nhiễm tại <place> do nước thải sinh hoạt chưa có cống gom. UBND <commune> đã kiến nghị đưa vào dự án thu gom nước thải, trước mắt rắc chế phẩm khử mùi hằng tuần',
      ],
    },
    {
      share: 2,
      where: ['rural'],
      problem: [
        '[trại heo|trại gà|cơ sở giết mổ] ở <area> xả [nước thải|phân] [thẳng ra mương|ra suối], [hôi không thở nổi|ruồi nhặng vào nhà]',
        'trại [heo|vịt] gần <mark> ở <area> [hôi thối|bốc mùi] <since>, [gió chiều là cả thôn lãnh đủ|không ai chịu nổi]',
      ],
      harm: [
        '[giếng nhà dân|nước giếng] [có mùi|nổi váng], không dám dùng',
        'ăn cơm phải [giăng mùng|đóng kín cửa], [ruồi bu đen mâm|khách tới nhà cũng ngại]',
      ],
      done: [
        'trại chăn nuôi tại <place> đã xây hầm khí sinh học, che chắn chuồng theo yêu cầu; nghiệm thu ngày <date>',
        '<team> đã xử phạt, buộc trại tại <place> bịt ống xả, phun chế phẩm khử mùi; kiểm tra lại ngày <date>',
      ],
    },
    {
      share: 2,
      picture: 'dirty-canal',
      problem: [
        'cơ sở [chế biến cá|làm bún|rửa xe|giặt ủi] <at> xả nước thải [ra kênh|ra cống chung], [đục trắng|mùi chua nồng]',
        'có [xe bồn|ống ngầm] xả [nước thải|chất lỏng đen] xuống [kênh|cống] <at> [lúc nửa đêm|ban đêm]',
      ],
      harm: [
        '[cả xóm|mấy chục hộ] [ăn ngủ không yên|phải đóng cửa suốt ngày]',
        'nước [đóng váng|nổi bọt trắng], [cá chết lềnh bềnh|cây ven bờ cũng héo]',
      ],
      done: [
        '<team> lấy mẫu ngày <day>, xác định nước xả vượt quy chuẩn, đã xử phạt và niêm phong ống xả tại <place>; kiểm tra lại ngày <date> không còn xả',
      ],
    },
    {
      where: ['seaside'],
      problem: ['[hồ tôm|trại tôm giống|hồ nuôi tôm trên cát] ở <area> xả [nước thải đen|bùn thải] [thẳng ra biển|ra bãi tắm]'],
      harm: ['[khách du lịch|người tắm biển] [bỏ đi hết|ngứa ngáy]', '[lồng cá|lồng tôm hùm] của bà con [bị ảnh hưởng|chết rải rác]'],
      done: ['<team> đã yêu cầu các chủ hồ nạo vét ao lắng, bịt ống xả thẳng tại <place>; kiểm tra ngày <date> không còn xả ra bãi'],
    },
    {
      where: ['seaside'],
      problem: ['[cảng cá|bến cá] <commune> [hôi tanh nồng nặc|nước váng dầu], [nhớt thải đổ thẳng xuống nước|rác cá đổ bừa]'],
      harm: ['[khách ghé mua hải sản|dân quanh cảng] [bịt mũi|chịu không nổi]'],
      done: ['ban quản lý cảng đã thu gom dầu nhớt, đặt bồn chứa và rửa cầu cảng, xong ngày <date>'],
    },
    {
      share: 2,
      where: ['highlands', 'rural'],
      months: [10, 11, 12, 1, 2],
      picture: 'dirty-canal',
      problem: [
        '[lò|xưởng] xát cà phê [tươi|ướt] <at> xả [nước thải|vỏ cà phê] [xuống suối|ra rẫy], [nước đen, mùi chua|hôi cả buôn làng]',
        'xưởng chế biến [mủ cao su|tinh bột sắn] <at> [xả mùi hôi nồng nặc|để nước thải chảy ra suối] <since>',
      ],
      harm: ['bà con không [lấy nước suối tưới rẫy|cho bò uống nước suối] được nữa', 'mùi hôi [bay cả cây số|ban đêm nặng hơn ngày]'],
      done: ['đoàn kiểm tra đã lập biên bản, yêu cầu xưởng tại <place> lót bạt hồ chứa, ngừng xả ra suối; thực hiện xong ngày <date>'],
    },
    {
      problem: ['[trạm trộn bê tông|bãi cát|bãi vật liệu] <at> [bụi bay mù mịt|không tưới nước], [xe chở không phủ bạt|nhà cửa trắng xóa]'],
      harm: ['trẻ con [viêm mũi|ho] [quanh năm|triền miên]', 'rau [trong vườn|nhà trồng] [phủ đầy bụi|không dám ăn]'],
      done: ['<team> đã buộc cơ sở tại <place> tưới nước, phủ bạt xe và rửa bánh xe trước khi ra đường; kiểm tra lại ngày <date> đã chấp hành'],
    },
    {
      atOnce: true,
      where: ['rural'],
      problem: ['có người [phun thuốc sâu|phun thuốc diệt cỏ] [ngay sát nhà dân|sát trường học] ở <area>, [mùi nồng nặc|ai cũng chóng mặt]'],
      harm: ['rau nhà hàng xóm [cháy lá|không dám ăn]', 'trẻ con [buồn nôn|ho sặc], [phải đóng cửa cả buổi|lo lắm]'],
      done: ['<team> đã làm việc với chủ vườn tại <place>, quy định giờ phun và khoảng cách an toàn, cam kết ngày <date>'],
    },
  ],
};
