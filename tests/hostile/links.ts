/** Deep links that anyone could make and none of which is Parley's. */
export const hostileLinks: readonly string[] = [
  'parley://',
  'parley://settings/user-management?open=https://example.com',
  'parley://settings/user-management#x',
  'parley://settings/user-management/../../about',
  'parley://settings/%75ser-management',
  'parley://user:password@settings/about',
  'parley://settings:80/about',
  'parley://settings/user-management/open',
  'parley://constructor',
  'parley://__proto__',
  'parley://javascript:alert(1)',
  'parley://sеttings/about',
  `parley://settings/${'a'.repeat(5_000)}`,
]

/** Arguments that are no deep link at all; the second start is to do nothing but bring the window to the front. */
export const foreignArguments: readonly (readonly string[])[] = [
  ['https://example.com'],
  ['file:///etc/passwd'],
  ['--inspect=0'],
  ['--load-extension=/tmp'],
]
