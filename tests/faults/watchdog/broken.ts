throw new Error('no licence on this machine');
