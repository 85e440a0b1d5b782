import './room-hits';
import '../../Reports/report-live';
