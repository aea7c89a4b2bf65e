/** Every address the pages call: the one place to look when the server moves one. */
const V1 = '/api/v1';
const id = encodeURIComponent;

/** Undefined values are left out. */
export function query(values: Record<string, string | number | undefined>): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return pairs.length ? `?${new URLSearchParams(pairs)}` : '';
}

export const paths = {
  login: `${V1}/login`,
  logout: `${V1}/logout`,
  me: `${V1}/me`,
  site: `${V1}/site`,
  live: `${V1}/live`,
  sheds: `${V1}/sheds`,
  shed: (shed: string) => `${V1}/sheds/${id(shed)}`,
  shedReadings: (shed: string) => `${V1}/sheds/${id(shed)}/readings`,
  socketReadings: (shed: string, socket: number) => `${V1}/sheds/${id(shed)}/sockets/${socket}/readings`,
  maintenance: (shed: string) => `${V1}/sheds/${id(shed)}/maintenance`,
  charge: (shed: string, socket: number) => `${V1}/sheds/${id(shed)}/sockets/${socket}/charge`,
  reports: `${V1}/reports`,
  report: (code: string) => `${V1}/reports/${id(code)}`,
  sessions: `${V1}/sessions`,
  importSessions: `${V1}/sessions/import`,
  patrols: `${V1}/patrols`,
  patrolFindings: (patrol: string) => `${V1}/patrols/${id(patrol)}/findings`,
  pressure: `${V1}/pressure`,
  pressureWeek: `${V1}/pressure/week`,
  alerts: `${V1}/alerts`,
  acknowledge: (alert: string) => `${V1}/alerts/${id(alert)}/acknowledge`,
  incidents: `${V1}/incidents`,
  incidentEvents: (incident: string) => `${V1}/incidents/${id(incident)}/events`,
  socketCommands: (shed: string, socket: number) => `${V1}/sockets/${id(shed)}/${socket}/commands`,
  shedCommands: (shed: string) => `${V1}/sheds/${id(shed)}/commands`,
  commands: `${V1}/commands`,
  rejected: `${V1}/rejected`,
  lost: `${V1}/lost`,
  notices: `${V1}/notices`,
  notice: (notice: string) => `${V1}/notices/${id(notice)}`,
  waitingNotices: `${V1}/notices/waiting`,
  noticeRoutes: `${V1}/notices/routes`,
  noticeRoute: (route: string) => `${V1}/notices/routes/${id(route)}`,
  testNoticeRoute: (route: string) => `${V1}/notices/routes/${id(route)}/test`,
  drills: `${V1}/drills`,
  endDrill: (drill: string) => `${V1}/drills/${id(drill)}/end`,
  duty: `${V1}/duty`,
  shifts: `${V1}/duty/shifts`,
  shift: (shift: string) => `${V1}/duty/shifts/${id(shift)}`,
  contacts: `${V1}/duty/contacts`,
  contact: (contact: string) => `${V1}/duty/contacts/${id(contact)}`,
  grids: `${V1}/duty/grids`,
  grid: (grid: string) => `${V1}/duty/grids/${id(grid)}`,
  handover: `${V1}/duty/handover`,
  inspections: `${V1}/inspections`,
  inspection: (inspection: string) => `${V1}/inspections/${id(inspection)}`,
  rounds: (inspection: string) => `${V1}/inspections/${id(inspection)}/rounds`,
} as const;
