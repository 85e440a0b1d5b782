import './join-room';
import './open-room';
