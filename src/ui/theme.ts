import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core'

/** Indigo, from lightest to darkest; the accent is shade 6 on light and shade 3 on dark. */
const indigo: MantineColorsTuple = [
  '#EEF0FF',
  '#DADFFF',
  '#B3BCFF',
  '#8C9BFF',
  '#6C7DF0',
  '#5A6BE3',
  '#4C5FD5',
  '#3F51BF',
  '#3444A3',
  '#2A3785',
]

/** Text on the accent follows the scheme, where the library takes the light scheme's colour for both. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  const isAccent = input.color === undefined || input.color === input.theme.primaryColor
  return input.variant === 'filled' && isAccent ? { ...colors, color: 'var(--mantine-primary-color-contrast)' } : colors
}

/** The look that client and console share: an 8-px grid, four text sizes, two weights, one accent. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  variantColorResolver,
  colors: { indigo },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif',
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '0.9375rem', lg: '1.25rem', xl: '1.75rem' },
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '1.75rem' }, h2: { fontSize: '1.25rem' }, h3: { fontSize: '0.9375rem' } } },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '0.25rem', sm: '0.5rem', md: '0.5rem', lg: '0.5rem', xl: '0.5rem' },
  defaultRadius: 'md',
  respectReducedMotion: true,
})
