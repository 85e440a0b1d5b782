import './classroom/join-room';
import './classroom/open-room';
