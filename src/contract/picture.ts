/** A picture of the company or of a product, as it is uploaded: a PNG file of at most so many bytes, so many pixels wide and high. */
export const largestPicture = 512 * 1024
export const mostPictureSide = 512

/** Characters of base64 that hold so many bytes (RFC 4648 §4). */
export const largestPictureInBase64 = Math.ceil(largestPicture / 3) * 4
