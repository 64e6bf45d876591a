/** The id of the User management entry in the settings list: the pop-up gives the focus back to it. */
export const userManagementEntryId = 'settings-user-management'
