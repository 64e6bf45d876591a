/** Where the vendor's cloud is. */
export interface TeamViewerHosts {
  /** Origin of its sign-in and console. */
  login: string
  /** Base of its Web API. */
  api: string
}

export const teamviewerHosts: TeamViewerHosts = {
  login: 'https://login.teamviewer.com',
  api: 'https://webapi.teamviewer.com/api/v1',
}
