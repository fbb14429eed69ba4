/** Words as a key: lower case, with hyphens between; `otherwise` where no letter or digit is in them. */
export const keyFromText = (text: string, otherwise: string): string =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join('-') || otherwise;
