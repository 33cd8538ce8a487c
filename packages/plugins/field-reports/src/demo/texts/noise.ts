import type { CategoryTexts } from './category-texts.ts';

const sleepless = [
  '[nhà <i>|nhà bên cạnh] có [người già bị tim|cháu sơ sinh|con đang ôn thi], [chịu không nổi|khổ vô cùng]',
  '[góp ý|nhắc nhở] thì [bị chửi lại|họ còn mở to hơn|nghỉ được mười phút rồi lại mở]',
  '[mai còn đi làm sớm|con cái còn học hành] mà [đêm nào cũng vậy|không chợp mắt được]',
  'gọi [tổ trưởng|trưởng thôn] cũng [không ăn thua|chỉ nể nang nhắc nhẹ]',
];

export const noise: CategoryTexts = {
  weight: 8,
  peak: 'evening',
  team: ['công an <commune>', 'tổ kiểm tra liên ngành của UBND <commune>', 'lực lượng bảo vệ an ninh trật tự <area>'],
  wish: [
    '[đề nghị|mong|nhờ] [công an <commune>|chính quyền] [xuống nhắc nhở|kiểm tra, xử phạt|can thiệp] [giúp|ngay|]',
    'mong [có quy định giờ giấc|xử lý nghiêm] để [bà con được yên tĩnh|người già trẻ nhỏ được nghỉ ngơi]',
    '[xin giữ kín thông tin|mong không nêu tên] người phản ánh vì [hàng xóm với nhau|ngại mất lòng]',
  ],
  planned: [
    '<team> đã lập biên bản nhắc nhở lần đầu ngày <day>. Do chưa có máy đo độ ồn tại chỗ, UBND <commune> đã mời đơn vị quan trắc đo trong tuần tới để có căn cứ xử phạt',
    '<team> đã làm việc với bên gây ồn tại <place>, thống nhất thời hạn khắc phục một tháng; hết hạn sẽ kiểm tra lại, nếu không thực hiện sẽ xử phạt',
  ],
  rejected: ['qua xác minh, hộ gia đình tổ chức tiệc cưới trong một ngày, đã dừng trước 22 giờ theo quy định. Mong ông/bà thông cảm'],
  cases: [
    {
      share: 5,
      picture: 'loudspeaker',
      problem: [
        '[nhà hàng xóm|một nhà|nhóm thanh niên] <at> [hát karaoke|mở loa kẹo kéo] [từ trưa tới khuya|suốt ngày|đến 23 giờ chưa nghỉ]',
        '[loa kéo|karaoke] <at> [tối nào cũng|cuối tuần nào cũng] [ầm ĩ|mở hết cỡ], [nói không nghe|<since> không đêm nào ngủ được]',
        '<now> [lại|] có đám [hát hò|nhậu nhẹt, hát] <at>, [loa thùng dội ầm ầm|cả xóm không ai ngủ được]',
        '[đám cưới|tiệc tất niên|liên hoan] ở <area> [dựng rạp|thuê dàn loa] [mở nhạc|hát] [từ 5 giờ sáng|tới 1 giờ đêm]',
      ],
      harm: sleepless,
      done: [
        '<team> đã đến kiểm tra tại <place> ngày <day>, yêu cầu tắt loa và cam kết không hát sau 22 giờ; kiểm tra lại ngày <date> không còn tái diễn',
        'chủ hộ tại <place> đã bị nhắc nhở và ký cam kết ngày <date>. Nếu tái phạm, đề nghị ông/bà gọi trực ban công an <commune>',
      ],
    },
    {
      share: 3,
      picture: 'loudspeaker',
      problem: [
        'quán [cà phê|nhậu|bida] <at> mở nhạc [quá lớn|đập thình thịch], [quá 22 giờ vẫn chưa tắt|hôm nào cũng tới nửa đêm]',
        'quán [hát cho nhau nghe|karaoke|bar] <at> [không cách âm|để loa hướng ra đường], [cả khu dội ầm ầm|tiếng bass rung cả cửa kính]',
      ],
      harm: sleepless,
      done: [
        '<team> đã xử phạt vi phạm hành chính về tiếng ồn đối với quán tại <place>, quyết định ký ngày <date>; quán cam kết tắt nhạc lúc 22 giờ',
        'quán tại <place> đã chuyển loa vào trong, lắp cửa cách âm; <team> đo lại ngày <date> trong mức cho phép',
      ],
    },
    {
      share: 2,
      problem: [
        '[xưởng mộc|xưởng cơ khí|tiệm cắt sắt|cơ sở làm nhôm kính] <at> [cưa cắt|đập gõ] [cả trưa lẫn tối|suốt từ 6 giờ sáng], [ồn không chịu nổi|bụi và mùi sơn bay khắp xóm]',
        '[máy xay xát|máy phát điện|dàn quạt công nghiệp] của cơ sở <at> chạy [suốt đêm|ầm ầm cả ngày], [rung cả tường|nghe nhức đầu]',
      ],
      harm: ['giữa [khu dân cư|xóm đông người] mà [làm như vậy không ổn|ai cũng mệt mỏi]', 'trẻ con [không học bài được|ngủ trưa giật mình khóc]'],
      done: [
        '<team> đã kiểm tra, yêu cầu cơ sở tại <place> chỉ hoạt động từ 7 giờ 30 đến 17 giờ, nghỉ trưa, đóng kín cửa khi làm; cơ sở ký cam kết ngày <date>',
        'ngày <day> đã đo độ ồn tại <place> vượt mức cho phép; cơ sở bị xử phạt và đã chuyển máy vào trong, kiểm tra lại đạt ngày <date>',
      ],
    },
    {
      problem: [
        '[loa quảng cáo|loa rao bán hàng] <at> [phát đi phát lại|mở suốt] từ [sáng sớm|6 giờ sáng], [nghe đinh tai nhức óc|không ai làm việc được]',
        'cửa hàng [điện máy|quần áo|trà sữa] <at> [khai trương|giảm giá], mở nhạc [ầm ầm cả ngày|hết cỡ <since>]',
      ],
      harm: ['ngay [gần trường học|cạnh trạm y tế] mà [không nể nang gì|mở to như vậy]', 'trẻ con [không học bài được|ngủ trưa giật mình khóc]'],
      done: ['<team> đã yêu cầu tháo loa hướng ra đường tại <place>; cửa hàng chấp hành, kiểm tra lại ngày <date>'],
    },
    {
      share: 2,
      problem: [
        'công trình <at> [đóng cọc|đổ bê tông|khoan cắt] [lúc nửa đêm|tới 1 giờ sáng|cả giờ nghỉ trưa]',
        'xe [trộn bê tông|tải chở vật liệu] vào công trình <at> [ban đêm|lúc 2 giờ sáng], [còi inh ỏi|nẹt ga rung cả nhà]',
      ],
      harm: ['<since> [không đêm nào yên|cả khu mất ngủ]', 'người già, trẻ nhỏ [mệt mỏi|không nghỉ được]'],
      wish: ['đề nghị [nhắc chủ thầu|yêu cầu công trình] [làm đúng giờ|nghỉ trưa và nghỉ đêm]'],
      done: ['<team> đã lập biên bản, yêu cầu công trình tại <place> không thi công từ 22 giờ đến 6 giờ; nhà thầu chấp hành từ ngày <date>'],
    },
    {
      problem: ['[nhà nuôi chim yến|nhà yến] <at> mở loa dụ chim [suốt ngày đêm|từ 4 giờ sáng|tới tận khuya]'],
      harm: ['[ngày nào|đêm nào] cũng nghe, [đau cả đầu|ai yếu tim chắc bệnh thêm]'],
      done: ['<team> đã làm việc với chủ nhà yến tại <place>, hạ âm lượng và tắt loa từ 19 giờ đến 5 giờ, cam kết ngày <date>'],
    },
    {
      problem: [
        '[chó nhà hàng xóm|đàn chó nuôi nhốt] <at> sủa [cả đêm|thâu đêm suốt sáng] <since>',
        'nhà <at> nuôi [gà chọi, gáy từ 3 giờ sáng|chục con chó, sủa suốt đêm], [hôi nữa|ngay sát vách]',
      ],
      harm: ['[đêm nào|ngày nào] cũng [mất ngủ|nghe đau cả đầu]', 'nói mấy lần [họ không chịu nhốt|chủ nhà giận luôn]'],
      done: ['<team> đã hòa giải, chủ hộ tại <place> dời chuồng ra sau và nhốt ban đêm, cam kết ngày <date>'],
    },
  ],
};
