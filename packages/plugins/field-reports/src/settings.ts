import { z } from 'zod';

export const settings = z.strictObject({
  reopenDays: z.int().min(1).max(90).default(15).meta({ title: 'Số ngày được mở lại', description: 'Người dân được mở lại phản ánh trong bao nhiêu ngày sau khi trả lời / days in which a report can be reopened' }),
  identicalMinutes: z.int().min(0).max(1_440).default(60).meta({ title: 'Số phút chặn gửi lặp y hệt', description: 'Cùng người gửi, cùng nội dung, cùng nơi trong chừng này phút thì dẫn về phản ánh đầu; 0 là tắt / the same text about the same place from the same sender within so many minutes is led to the first; 0 is off' }),
  draftDays: z.int().min(1).max(90).default(7).meta({ title: 'Số ngày giữ bản nháp', description: 'Bản nháp của tổng đài bị bỏ sau chừng này ngày / drafts of operators are discarded after so many days' }),
  intakeDays: z.int().min(1).max(365).default(30).meta({ title: 'Số ngày giữ tin đã gạt ra', description: 'Tin, thư tự động hoặc đã bỏ được giữ chừng này ngày để tra lại / messages put aside are kept for so many days, to look again' }),
  similarMetres: z.int().min(10).max(2_000).default(150).meta({ title: 'Bán kính phản ánh tương tự (m)', description: 'Phản ánh cùng lĩnh vực gần chừng này được coi là tương tự / reports of the same category this near count as similar' }),
  similarDays: z.int().min(1).max(365).default(30).meta({ title: 'Số ngày xét phản ánh tương tự', description: 'và mới chừng này / and this recent' }),
  pauseDays: z.int().min(1).max(60).default(5).meta({ title: 'Tạm dừng tối đa mỗi lần (ngày làm việc)', description: 'Quá chừng này thì đồng hồ tự chạy lại / a pause of the clocks ends by itself after so many working days' }),
  mostPauses: z.int().min(0).max(10).default(2).meta({ title: 'Số lần tạm dừng tối đa', description: 'Của một phản ánh / pauses of one report' }),
  mostExtensions: z.int().min(0).max(10).default(2).meta({ title: 'Số lần gia hạn tối đa', description: 'Của một phản ánh / extensions of one report' }),
  pageMinutes: z.int().min(1).max(60).default(12).meta({ title: 'Số phút giữa hai lần gọi người trực', description: 'Việc tức thời gọi người trực ngay; thêm việc trong chừng này phút thì gộp, trừ khi nhiều gấp mười / immediate reports call the duty officer at once; more within so many minutes are one more call, unless ten times as many' }),
  dispatcher: z.string().min(1).max(80).default('ioc').meta({ title: 'Đơn vị điều phối', description: 'Tiếp nhận, phân loại, có người trực / accepts and assigns; has the duty officer' }),
  chairmanOffice: z.string().min(1).max(80).default('van-phong-ubnd').meta({ title: 'Văn phòng Chủ tịch UBND', description: "Bậc cuối khi quá hạn, ra chỉ đạo / the chairman's office: last rung of the ladder, gives orders" }),
  newsMinutes: z.int().min(10).max(1_440).default(60).meta({ title: 'Số phút giữa hai tin theo nơi, theo lĩnh vực', description: 'Ai theo dõi một nơi hay lĩnh vực nhận nhiều nhất một tin trong chừng này phút / at most one letter about a place or category in so many minutes' }),
  suggestFrom: z.number().min(0.5).max(0.99).default(0.7).meta({ title: 'Gợi ý từ mức chắc chắn', description: 'Chắc chừng này trở lên mới gợi ý; 0,7 là 7 trong 10 lần đúng / suggestions are made from this confidence on' }),
  suggestWorseBy: z.number().min(0).max(0.2).default(0.02).meta({ title: 'Mô hình mới được kém bao nhiêu', description: 'Kém hơn chừng này thì giữ mô hình cũ / a new model that is worse by more does not take the place of the former' }),
  photoFarMetres: z.int().min(50).max(50_000).default(500).meta({ title: 'Ảnh chụp xa nơi xảy ra (m)', description: 'Xa hơn chừng này thì nhắc cán bộ xem kỹ, không từ chối / pictures taken farther away are flagged to staff, not refused' }),
  photoOldDays: z.int().min(1).max(365).default(7).meta({ title: 'Ảnh chụp đã lâu (ngày)', description: 'Cũ hơn chừng này thì nhắc cán bộ xem kỹ / older pictures are flagged to staff' }),
  afterPhotoMetres: z.int().min(20).max(5_000).default(200).meta({ title: 'Ảnh sau xử lý chụp trong vòng (m)', description: 'Chụp xa hơn thì phải nêu lý do / an after-photo taken farther away needs a stated reason' }),
  videoMegabytes: z.int().min(0).max(2_000).default(200).meta({ title: 'Video dài tối đa (MB)', description: 'Mỗi phản ánh một video; 0 là không nhận / one video a report; 0 takes none' }),
  videoHours: z.int().min(1).max(168).default(24).meta({ title: 'Giữ video gửi dở (giờ)', description: 'Gửi dở quá chừng này giờ thì bỏ / unfinished uploads are dropped after so many hours' }),
  hotSpotMetres: z.int().min(20).max(1_000).default(100).meta({ title: 'Bán kính điểm nóng (m)', description: 'Cùng lĩnh vực trong bán kính này là một điểm / reports of a category this near are one spot' }),
  hotSpotTimes: z.int().min(2).max(50).default(3).meta({ title: 'Số phản ánh làm nên điểm nóng', description: 'Từ chừng này phản ánh là điểm nóng / from so many reports on a place is a hot spot' }),
  hotSpotDays: z.int().min(7).max(365).default(90).meta({ title: 'Số ngày xét điểm nóng', description: 'trong chừng này ngày / and within so many days' }),
  populations: z.array(z.strictObject({ validFrom: z.iso.date(), people: z.int().min(1) })).max(50).default([]).meta({ title: 'Dân số theo năm', description: 'Dân số có hiệu lực từ ngày nào, để tính phản ánh trên 10.000 dân / population by the day from which it is valid, for reports per 10,000 people' }),
});

export type Settings = z.output<typeof settings>;
