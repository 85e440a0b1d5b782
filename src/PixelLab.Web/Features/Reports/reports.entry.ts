import './report-live';
