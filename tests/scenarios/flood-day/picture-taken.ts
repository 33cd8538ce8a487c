import sharp from 'sharp';

/** A telephone's picture that says where and when it was taken. */
export function pictureTaken({ lat, lon, at }: { readonly lat: number; readonly lon: number; readonly at: Date }): Promise<Buffer> {
  const parts = (degrees: number) => {
    const minutes = (degrees % 1) * 60;
    return `${Math.floor(degrees)}/1 ${Math.floor(minutes)}/1 ${Math.round((minutes % 1) * 6_000)}/100`;
  };
  const time = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replaceAll('-', ':').replace('T', ' ');
  return sharp({ create: { width: 320, height: 240, channels: 3, background: '#7d8c6a' } })
    .withExif({
      IFD2: { DateTimeOriginal: time, OffsetTimeOriginal: '+07:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: parts(lat), GPSLongitudeRef: 'E', GPSLongitude: parts(lon) },
    })
    .jpeg()
    .toBuffer();
}
