import './classroom/room-hits';
import './reports';
